/** Forms in which rows are written to a file, by the ending of its name. */
export const deliveryFormats = ["csv", "xlsx", "json", "ndjson", "md"] as const;

/** One of the forms. */
export type DeliveryFormat = (typeof deliveryFormats)[number];

/** The form that a file's name asks for; undefined for another ending. */
export function deliveryFormatOf(path: string): DeliveryFormat | undefined {
  return deliveryFormats.find((one) => path.toLowerCase().endsWith(`.${one}`));
}
