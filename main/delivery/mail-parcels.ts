import type { DeliveryMessage, MessageTable } from "../../deliveries/delivery-message.ts";
import { isMailAddress } from "../../deliveries/destination.ts";
import { type Mail, sendMail } from "../../deliveries/mail.ts";
import { renderRows } from "../../deliveries/render-rows.ts";
import { splitRows } from "../../deliveries/split-rows.ts";
import { textMessage } from "../../deliveries/text-message.ts";
import type { DeliveryPlan } from "../../reports/schedule/schedule.ts";
import type { House } from "../house.ts";
import type { Due } from "../schedule/agenda.ts";
import { findMailServer } from "./mail-server.ts";
import { contentHashOf, type Parcel } from "./parcel.ts";

type Attachments = Mail["attachments"];

async function attachmentsOf(
  name: string,
  table: MessageTable | undefined,
  { form, byteOrderMark, split }: DeliveryPlan,
): Promise<Attachments> {
  if (table === undefined) return [];
  const { columns } = table;
  const isSplit = split !== undefined && columns.includes(split) && table.rows.length > 0;
  const parts = isSplit ? splitRows(table.rows, split) : [{ fileNamePart: "", rows: table.rows }];
  return Promise.all(
    parts.map(async ({ fileNamePart, rows }) => ({
      name: `${name}${fileNamePart === "" ? "" : `-${fileNamePart}`}.${form}`,
      content: await renderRows(form, columns, rows, byteOrderMark),
    })),
  );
}

async function mailParcel(
  house: House,
  { schedule: { name, delivery } }: Due,
  to: readonly string[],
  message: DeliveryMessage,
): Promise<Omit<Parcel, "id" | "kind">> {
  const { table, differences } = message;
  const text = textMessage(message);
  const attachments = [
    ...(await attachmentsOf(`${name}-differences`, differences, { ...delivery, split: undefined })),
    ...(await attachmentsOf(name, table, delivery)),
  ];
  const mail: Mail = { to, subject: message.title, text, attachments };
  return {
    target: to.join(", "),
    rows: table?.rows.length ?? null,
    contentHash: contentHashOf([text, ...attachments.map((one) => one.content)]),
    send: async () => {
      const server = await findMailServer(house);
      if (server === undefined) return { kind: "failed", reason: "no mail server is set (SMTP_URL)", again: false };
      house.journal().protect(server.url);
      return sendMail(server, mail);
    },
  };
}

/** One mail to those addresses, with the rows attached; what is no answer has nothing attached. */
export async function mailToAll(
  house: House,
  due: Due,
  to: readonly string[],
  message: DeliveryMessage,
): Promise<Omit<Parcel, "id">> {
  return { kind: "mail", ...(await mailParcel(house, due, to, message)) };
}

/** The part of a table that each value has. */
function tablesByValue(table: MessageTable, split: string): ReadonlyMap<string, MessageTable> {
  const { columns, rows } = table;
  return new Map(splitRows(rows, split).map((one) => [one.value, { columns, rows: one.rows }]));
}

function isWithin(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return isMailAddress(address) && domains.some((one) => one.toLowerCase() === domain);
}

/** Values that are told, where one answer has more of them: nobody wants to have written so many mails. */
const mostValues = 1000;

/**
 * A mail to each value of the column that the rows are split by. A value that is no address within the domains gets none: its
 * parcel fails, so that nothing is left out in silence. Of what differs only those are told whose rows it is about.
 */
export async function mailsByValue(
  house: House,
  due: Due,
  domains: readonly string[],
  message: DeliveryMessage,
): Promise<readonly (Omit<Parcel, "id"> & { readonly part: string })[]> {
  const { split } = due.schedule.delivery;
  const { table, differences } = message;
  if (table === undefined || split === undefined) return [];
  const tables = tablesByValue(table, split);
  const differing = differences === undefined ? undefined : tablesByValue(differences, split);
  const values = [...(differing ?? tables).keys()];
  const partOf = (value: string): DeliveryMessage => {
    const own = tables.get(value) ?? { columns: table.columns, rows: [] };
    const which = `Of all rows these are the ${own.rows.length} whose ${split} is ${value}.`;
    return { ...message, table: own, differences: differing?.get(value), lines: [which, ...message.lines] };
  };
  const refused = (part: string, target: string, reason: string): Omit<Parcel, "id"> & { readonly part: string } => ({
    kind: "mail-by-value",
    part,
    target,
    rows: 0,
    contentHash: contentHashOf([]),
    send: () => Promise.resolve({ kind: "failed", reason, again: false }),
  });
  if (values.length > mostValues) return [refused("", split, `${values.length} values, more than ${mostValues}`)];
  return Promise.all(
    values.map(async (value) => {
      if (!isWithin(value, domains)) return refused(value, value, `no address in ${domains.join(", ")}`);
      const parcel = await mailParcel(house, due, [value], partOf(value));
      return { kind: "mail-by-value" as const, part: value, ...parcel };
    }),
  );
}
