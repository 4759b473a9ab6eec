import { rm } from "node:fs/promises";
import type { DeliveryMessage, MessageTable } from "../../deliveries/delivery-message.ts";
import { renderRows } from "../../deliveries/render-rows.ts";
import { splitRows } from "../../deliveries/split-rows.ts";
import { textMessage } from "../../deliveries/text-message.ts";
import { writeWholeFile } from "../../deliveries/write-whole-file.ts";
import { deliveryFormatOf } from "../../terms/delivery-format.ts";
import type { Due } from "../schedule/agenda.ts";
import { contentHashOf, type Parcel } from "./parcel.ts";

/** Day and time of a moment by the clocks of a zone, as they stand in names of files. */
function dayAndTime(due: string, zone: string): readonly [string, string] {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const [day = "", time = ""] = format.format(new Date(due)).split(" ");
  return [day, time.replace(":", "")];
}

/** The path of a file, from its pattern. Nothing of a row stands in it as it is: `value` is a part of a name already. */
function pathOf(pattern: string, { schedule, due }: Due, value: string): string {
  const [day, time] = dayAndTime(due, schedule.zone);
  return pattern
    .replaceAll("{date}", day)
    .replaceAll("{time}", time)
    .replaceAll("{name}", schedule.name)
    .replaceAll("{value}", value);
}

/** Beside the file that is not there: why it is not. */
function notePathOf(path: string): string {
  return path.replace(/\.[^./\\]+$/, ".failed.txt");
}

function notePart(due: Due, pattern: string, message: DeliveryMessage): Omit<Parcel, "id"> {
  const path = notePathOf(pathOf(pattern, due, "all"));
  const content = textMessage(message);
  return {
    kind: "file",
    target: path,
    rows: null,
    contentHash: contentHashOf([content]),
    send: () => writeWholeFile(path, content),
  };
}

interface Part {
  readonly value: string;
  readonly table: MessageTable;
}

function partsOf({ columns, rows }: MessageTable, split: string | undefined): readonly Part[] {
  if (split === undefined) return [{ value: "all", table: { columns, rows } }];
  // An answer without rows is one file without rows: no file at all would look like no run.
  if (rows.length === 0) return [{ value: "none", table: { columns, rows } }];
  return splitRows(rows, split).map((one) => ({ value: one.fileNamePart, table: { columns, rows: one.rows } }));
}

/** The files of an answer, or the note that says why there is none. */
export async function fileParcels(
  due: Due,
  pattern: string,
  message: DeliveryMessage,
): Promise<readonly (Omit<Parcel, "id"> & { readonly part: string })[]> {
  const { split, byteOrderMark } = due.schedule.delivery;
  const { table } = message;
  if (table === undefined) return [{ ...notePart(due, pattern, message), part: "" }];
  return Promise.all(
    partsOf(table, split).map(async ({ value, table: { columns, rows } }) => {
      const path = pathOf(pattern, due, value);
      const content = await renderRows(deliveryFormatOf(path) ?? "csv", columns, rows, byteOrderMark);
      return {
        part: value,
        kind: "file" as const,
        target: path,
        rows: rows.length,
        contentHash: contentHashOf([content]),
        send: async () => {
          const sent = await writeWholeFile(path, content);
          // The note of an earlier failure would speak against the answer that is there now.
          if (sent.kind === "sent") await rm(notePathOf(path), { force: true }).catch(() => undefined);
          return sent;
        },
      };
    }),
  );
}
