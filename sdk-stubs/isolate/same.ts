/** A text as Okta's search compares it: case ignored, diacritics kept, blanks at the ends ignored. */
export function foldText(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

/** Whether two texts are the same as Okta's search sees it. Null is never the same. */
export function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return typeof a === "string" && typeof b === "string" && foldText(a) === foldText(b);
}
