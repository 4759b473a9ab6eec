import type { KeptReportRun } from "../../audit/runs/runs.ts";
import type { TableReference } from "../../terms/input-table.ts";
import type { ParameterValues } from "../../terms/snippet.ts";

function versionsRemark(before: KeptReportRun, after: KeptReportRun): readonly string[] {
  const [was, is] = [before.report.version, after.report.version];
  const word = (version: number | null): string => (version === null ? "the one that came with Attest" : `${version}`);
  if (was !== is) {
    return [
      `The runs are of two versions of the report (${word(was)}, then ${word(is)}): a difference may be the report's.`,
    ];
  }
  return before.beginning.source === after.beginning.source
    ? []
    : ["The report's text was another one in each of the runs: a difference may be the report's."];
}

function parametersRemark(before: ParameterValues, after: ParameterValues): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const text = (value: unknown): string => (value === undefined ? "absent" : JSON.stringify(value));
  const differing = names.filter((name) => text(before[name]) !== text(after[name]));
  const words = differing.map((name) => `${name} ${text(before[name])}, then ${text(after[name])}`);
  return words.length === 0 ? [] : [`The runs had other parameters: ${words.join("; ")}.`];
}

function filesRemark(before: readonly TableReference[], after: readonly TableReference[]): readonly string[] {
  return after.flatMap(({ name, file, fileHash }) => {
    const was = before.find((one) => one.name === name);
    return was === undefined || was.fileHash === fileHash
      ? []
      : [`The runs were given two files for ${name} (${was.file}, then ${file}): a difference may be the file's.`];
  });
}

/** What two runs of a report differ in besides their rows, each as a sentence. */
export function compareCircumstances(before: KeptReportRun, after: KeptReportRun): readonly string[] {
  const [was, is] = [before.beginning, after.beginning];
  return [
    ...(was.org === is.org ? [] : [`The runs asked two orgs: ${was.org}, then ${is.org}.`]),
    ...versionsRemark(before, after),
    ...parametersRemark(was.parameters, is.parameters),
    ...filesRemark(was.tables ?? [], is.tables ?? []),
    ...(was.timeZone === is.timeZone ? [] : [`Calendar days were those of ${was.timeZone}, then of ${is.timeZone}.`]),
  ];
}
