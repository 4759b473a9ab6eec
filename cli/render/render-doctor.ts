import type { DoctorLine } from "../../main/doctor.ts";
import { safeText } from "./safe-text.ts";

/** What was looked at, a line each with its state, and what to do beneath it. */
export function renderDoctor(lines: readonly DoctorLine[]): string {
  return lines
    .flatMap(({ state, subject, found, help }) => [
      `${state.padEnd(6)}  ${subject}: ${safeText(found)}`,
      ...(help === undefined ? [] : [`        What to do: ${safeText(help)}`]),
    ])
    .join("\n");
}

/** How many reports can run, and how many cannot. */
export function renderReportCounts(lines: readonly DoctorLine[]): string {
  const count = (state: DoctorLine["state"]): number => lines.filter((line) => line.state === state).length;
  return `${lines.length} reports: ${count("good")} can run, ${count("poor")} can run and may show less than all, ${count("broken")} cannot.`;
}
