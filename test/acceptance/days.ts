/** Days over which the runs of a journal that is pruned are spread. */
export const days = 40;

/** The beginning of a day, ISO 8601, from day 0 on. */
export function dayAt(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
}
