/** Milliseconds of a day. */
export const dayMs = 86_400_000;

/** A moment as Okta writes it, on the whole second: `2025-05-14T08:49:16.000Z`. */
export function dateText(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString();
}

/** Like dateText, and null where there is no moment. */
export function dateOrNull(at: number | null): string | null {
  return at === null ? null : dateText(at);
}
