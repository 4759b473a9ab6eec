import type { RunReport } from "../../main/run-report.ts";
import { sayOrg } from "../../terms/say-org.ts";
import { freeName } from "../../main/report/free-name.ts";
import { renderFailure } from "./render-failure.ts";
import { renderTable } from "./render-rows.ts";
import { safeText } from "./safe-text.ts";

function heading(report: RunReport): string {
  const sample = report.sample ? "SAMPLE, the outermost list was cut: " : "";
  const rows = report.count === 1 ? "1 row" : `${report.count} rows`;
  const { org, orgName } = report;
  const from = org === null ? "" : `, from ${safeText(sayOrg(orgName ?? undefined, org))}`;
  const accepted = report.exceptions?.accepted.length ?? 0;
  const apart = accepted === 0 ? "" : `, ${accepted} of them accepted ${accepted === 1 ? "exception" : "exceptions"}`;
  return `${sample}${safeText(report.title)}: ${report.outcome}, ${rows}${apart}${from}`;
}

function asOf(report: RunReport): readonly string[] {
  if (report.asOf === null) return [];
  const reads = report.requests.map((one) => `${one.operationId} ${one.count}`).join(", ");
  const { reused } = report;
  const taken =
    reused === undefined
      ? []
      : [`${reused.reads} reads are those of earlier answers here, the oldest of ${reused.oldest}.`];
  return [...taken, `As of ${report.asOf.from} to ${report.asOf.to}. Requests: ${reads}.`];
}

/** Which kept run answers, and how far before the moment that was asked for it ended. */
function pastLines({ run, answeredAsOf: past }: RunReport): readonly string[] {
  if (past === undefined) return [];
  const { asked, at, timeZone, version, endedAt, hoursBefore, calendarDaysBefore } = past;
  const days = calendarDaysBefore === 1 ? "1 calendar day" : `${calendarDaysBefore} calendar days`;
  return [
    `Answered by the kept run ${run ?? ""} (${version === null ? "starter report" : `version ${version}`}), as of ${safeText(asked)}, which is ${at} (${timeZone}).`,
    `It ended at ${endedAt}: ${hoursBefore} hours before, ${days} in ${timeZone}.`,
  ];
}

function fileLines({ tables = [] }: RunReport): readonly string[] {
  return tables.map(
    ({ name, file, count, fileHash }) =>
      `File for ${safeText(name)}: ${safeText(file)}, ${count} rows, SHA-256 ${fileHash.slice(0, 16)}`,
  );
}

/** Which days were counted, where any were. */
function dayLines({ definitions, timeZone }: RunReport): readonly string[] {
  const isCounted = definitions.some((one) => one.name === "calendar day");
  return isCounted && timeZone !== undefined ? [`Calendar days are those of ${timeZone}.`] : [];
}

/** As a shell takes it for one word. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function declinedLines(report: RunReport): readonly string[] {
  if (report.declined === undefined) return [];
  const { reason, word, candidates = [], alternatives = [], requests } = report.declined;
  const condition = alternatives.find((one) => one.condition !== undefined)?.condition;
  return [
    safeText(reason),
    ...candidates.map(
      (one) =>
        `  - ${safeText(one.name)}${one.status === undefined ? "" : ` (${safeText(one.status)})`}${one.id === undefined ? "" : `  ${safeText(one.id)}`}`,
    ),
    ...alternatives.map((one) => `  - ${safeText(one.label)}${one.count === undefined ? "" : `: ${one.count}`}`),
    ...(word === undefined || condition === undefined
      ? []
      : [`Answer it for good with: attest define ${quoted(safeText(word))} ${quoted(safeText(condition))}`]),
    ...(requests.length === 0 ? [] : ["Requests made to reach this:"]),
    ...requests.map((one) => `  ${one.operationId}: ${safeText(one.showed)}`),
  ];
}

/** Each caveat once, with the operations that it is about. */
function caveatLines({ caveats }: RunReport): readonly string[] {
  const byText = Map.groupBy(caveats, (one) => one.text);
  return [...byText].map(
    ([text, about]) => `Mind:  ${safeText(text)} (${about.map((one) => one.operationId).join(", ")})`,
  );
}

/** What words mean and what to mind belong to an answer; beside a failure they would only hide it. */
function isAnswer({ outcome }: RunReport): boolean {
  return outcome === "answered" || outcome === "empty";
}

function remarks(report: RunReport): readonly string[] {
  return [
    ...(report.unknownCells === 0
      ? []
      : [`Not known: ${report.unknownCells} cells, because a read behind them failed.`]),
    ...(isAnswer(report) ? report.definitions : []).map((one) => `Means: ${one.name} = ${safeText(one.meaning)}`),
    ...(isAnswer(report) ? dayLines(report) : []),
    ...(isAnswer(report) ? caveatLines(report) : []),
    ...report.warnings.map((one) => `Warning: ${safeText(one)}`),
    ...report.notes.map((one) => `Note of the snippet: ${safeText(one)}`),
  ];
}

function confirmedLines({ confirmed }: RunReport): readonly string[] {
  if (confirmed === undefined) return [];
  const { from, changed, gone, unread } = confirmed;
  const rows = (list: readonly number[]): string => list.slice(0, 20).join(", ") + (list.length > 20 ? ", …" : "");
  return [
    `Read again from ${from}: ${confirmed.confirmed} rows are as they were.`,
    ...changed.map(
      ({ row, column, was, is }) =>
        `Changed: row ${row}, ${safeText(column)} was ${safeText(JSON.stringify(was))}, is ${safeText(JSON.stringify(is))}`,
    ),
    ...(gone.length === 0 ? [] : [`No longer in its list: what rows ${rows(gone)} were read from.`]),
    ...(unread.length === 0 ? [] : [`Not confirmed: rows ${rows(unread)}.`]),
  ];
}

function usageLines({ usage }: RunReport): readonly string[] {
  if (usage === undefined) return [];
  const { model, rounds, inputTokens, cacheReadTokens, outputTokens, costUsd, seconds } = usage;
  const cost = costUsd === null ? "cost not known (LLM_PRICE is not set)" : `$${costUsd.toFixed(4)}`;
  const asked = rounds === 1 ? "1 round" : `${rounds} rounds`;
  return [
    `Planned by ${safeText(model)}: ${asked} in ${seconds.toFixed(1)} s, ${inputTokens} tokens in (${cacheReadTokens} from its cache), ${outputTokens} out, ${cost}. What was sent: attest journal show ${safeText(usage.planning)} --model`,
  ];
}

/** The rows; those for which an exception is accepted stand apart, and then every row says its number. */
function tables({ columns, rows, exceptions }: RunReport): readonly string[] {
  const names = columns.map((column) => column.name);
  if (exceptions === undefined) return rows.length === 0 ? [] : [renderTable(names, rows)];
  const accepted = new Set(exceptions.accepted.map(({ row }) => row));
  const added = ["owner", "ticket", "expires"].map((name) => freeName(name, names));
  const open = rows.flatMap((row, at) => (accepted.has(at) ? [] : [{ ...row, "#": at }]));
  const apart = exceptions.accepted.flatMap(({ row: at, exception: { owner, ticket, expires } }) => {
    const row = rows[at];
    const by = Object.fromEntries(added.map((name, place) => [name, [owner, ticket, expires][place] ?? null]));
    return row === undefined ? [] : [{ ...row, "#": at, ...by }];
  });
  return [
    ...(open.length === 0 ? [] : [renderTable(["#", ...names], open)]),
    ...(apart.length === 0 ? [] : ["Accepted exceptions:", renderTable(["#", ...names, ...added], apart)]),
  ];
}

function exceptionLines({ exceptions }: RunReport): readonly string[] {
  if (exceptions === undefined) return [];
  const { expired, unmatched } = exceptions;
  return [
    ...expired.map(
      ({ row, exception: { owner, ticket, expires } }) =>
        `Warning: the exception for row ${row} ended on ${expires} (${safeText(owner)}, ${safeText(ticket)}).`,
    ),
    ...(unmatched.length === 0
      ? []
      : [`${unmatched.length} accepted ${unmatched.length === 1 ? "exception has" : "exceptions have"} no row here.`]),
  ];
}

/** The answer for a terminal: heading, table, when it was read, what its words mean, what to mind. */
export function renderReport(report: RunReport): string {
  const failure = report.failure === undefined ? [] : [renderFailure(report.failure)];
  const run = report.run === null ? [] : [`Run ${report.run} (evidence, replay and journal show take its name).`];
  return [
    heading(report),
    ...pastLines(report),
    ...tables(report),
    ...declinedLines(report),
    ...failure,
    ...asOf(report),
    ...fileLines(report),
    ...run,
    ...exceptionLines(report),
    ...remarks(report),
    ...confirmedLines(report),
    ...usageLines(report),
  ].join("\n");
}
