import { type DoctorLine, look } from "./doctor/doctor-line.ts";
import { examineFolder, examineKey } from "./doctor/examine-folder.ts";
import { examineJournal } from "./doctor/examine-journal.ts";
import { examineModel } from "./doctor/examine-model.ts";
import { examineOrg } from "./doctor/examine-org.ts";
import { examineSandbox } from "./doctor/examine-sandbox.ts";
import type { House } from "./house.ts";

export type { DoctorLine } from "./doctor/doctor-line.ts";

/** Looks at everything that a question needs. Never throws for what it finds: that is a line. */
export async function doctor(house: House, signal: AbortSignal): Promise<readonly DoctorLine[]> {
  return [
    ...(await examineOrg(house, signal)),
    await look("sandbox", () => examineSandbox(house, signal)),
    await look("model", () => examineModel(house, signal)),
    await look("data folder", () => examineFolder(house)),
    ...(await examineJournal(house)),
    await look("journal key", () => examineKey(house)),
  ];
}
