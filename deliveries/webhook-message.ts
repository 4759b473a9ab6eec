import type { DeliveryMessage } from "./delivery-message.ts";

/** A body that is larger goes without its rows, and says so. */
const mostCharacters = 4_000_000;

/** A message for a program: all of it as JSON, with all rows, or with none and the word that they are left out. */
export function webhookMessage({ title, lines, facts, table, differences }: DeliveryMessage): object {
  const said = { title, lines, ...facts };
  const { columns = null, rows = null } = table ?? {};
  const whole = { ...said, columns, rows, ...(differences === undefined ? {} : { differences: differences.rows }) };
  if (JSON.stringify(whole).length <= mostCharacters) return whole;
  return { ...said, columns, rows: null, rowsLeftOut: rows?.length ?? 0 };
}
