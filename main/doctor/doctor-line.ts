import { isFailure, type FailureCode } from "../../terms/failure.ts";

/** One thing that was looked at. `broken`: it does not work; `poor`: it works, but mind it. */
export interface DoctorLine {
  readonly subject: string;
  readonly state: "good" | "poor" | "broken";
  readonly found: string;
  /** What to do; absent where there is nothing to do. */
  readonly help?: string;
  /** What failed, where something did. */
  readonly code?: FailureCode;
}

/** What was found of one thing. */
export type Examined = Omit<DoctorLine, "subject">;

/** Looks at one thing; a failure on the way is what was found. */
export async function look(subject: string, examine: () => Examined | Promise<Examined>): Promise<DoctorLine> {
  try {
    return { subject, ...(await examine()) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { subject, state: "broken", found: error.text.found, help: error.text.help, code: error.code };
  }
}
