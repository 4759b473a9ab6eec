import Table from "cli-table3";
import type { Defined } from "../../main/definition/define-word.ts";
import type { listDefinedWords, ShownWord } from "../../main/definition/show-definitions.ts";
import { safeText } from "./safe-text.ts";

type Words = Awaited<ReturnType<typeof listDefinedWords>>;

const plain = { head: [], border: [], compact: true };
const shown = (count: number | null | undefined): string =>
  count === null || count === undefined ? "not counted" : String(count);

/** A word as it was just defined, with what it means in numbers. */
export function renderDefined({ word, count }: Defined): string {
  const version = word.versions.at(-1);
  const near = (count?.near ?? []).map((one) => `  - ${safeText(one.name)}: ${shown(one.count)}`);
  return [
    `${safeText(word.name)} means ${safeText(version?.condition ?? "")} from now on (version ${word.versions.length}).`,
    `Users it means: ${shown(version?.matches)}. Near misses: ${shown(version?.nearMisses)}${near.length === 0 ? "." : ", which it does not mean:"}`,
    ...near,
    ...(count?.requests ?? []).map((one) => `Counted by ${one.operationId}: ${safeText(one.showed)}`),
  ].join("\n");
}

/** All words as a table. */
export function renderDefinedWords(words: Words): string {
  if (words.length === 0) return "No word is defined for this org.";
  const table = new Table({ head: ["word", "version", "means", "users", "near misses", "by"], style: plain });
  for (const { name, versions } of words) {
    const last = versions.at(-1);
    if (last === undefined) continue;
    const counts = [shown(last.matches), shown(last.nearMisses)];
    table.push([safeText(name), last.number, safeText(last.condition), ...counts, safeText(last.owner)]);
  }
  return table.toString();
}

/** One word with its history, the newest version first. */
export function renderDefinedWord({ name, versions, changes }: ShownWord): string {
  const lines = versions.toReversed().map((one) => {
    const counts = `${shown(one.matches)} users, ${shown(one.nearMisses)} near misses`;
    return `  version ${one.number}, ${one.at} by ${safeText(one.owner)}: ${safeText(one.condition)} (${counts})`;
  });
  const kept = changes.map(
    (one) =>
      `  ${one.at} ${safeText(one.operator)}: ${one.condition === null ? "taken away" : safeText(one.condition)}`,
  );
  return [safeText(name), ...lines, "In the journal:", ...kept].join("\n");
}
