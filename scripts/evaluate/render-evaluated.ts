import type { Evaluated } from "../../test/evaluation/evaluate.ts";

const verdicts = ["right", "rightly declined", "declined", "wrong", "failed", "answered", "not answered"] as const;

/** What a model took for all of them; empty for the phrasebook. */
function renderUsage(all: readonly Evaluated[]): string {
  const used = all.flatMap(({ usage }) => usage ?? []);
  if (used.length === 0) return "";
  const rounds = used.map((one) => one.rounds).toSorted((a, b) => a - b);
  const tokens = used.reduce((sum, one) => sum + one.inputTokens + one.outputTokens, 0);
  return `, ${tokens} tokens, median rounds ${rounds[Math.floor(rounds.length / 2)]}`;
}

/** All of them by class and verdict, and what they took. */
export function renderAll(all: readonly Evaluated[]): string {
  const classes = [...new Set(all.map((one) => one.class))];
  const shown = verdicts.filter((verdict) => all.some((one) => one.verdict === verdict));
  const count = (list: readonly Evaluated[], verdict: string): number =>
    list.filter((one) => one.verdict === verdict).length;
  const line = (name: string, list: readonly Evaluated[]): string =>
    [
      name.padEnd(12),
      String(list.length).padStart(5),
      ...shown.map((one) => String(count(list, one)).padStart(one.length + 2)),
    ].join("");
  const calls = all.reduce((sum, one) => sum + one.calls, 0);
  const seconds = all.reduce((sum, one) => sum + one.seconds, 0);
  return [
    ["class".padEnd(12), "  all", ...shown.map((one) => `  ${one}`)].join(""),
    ...classes.map((one) =>
      line(
        one,
        all.filter((evaluated) => evaluated.class === one),
      ),
    ),
    line("all", all),
    "",
    `${calls} calls, ${seconds.toFixed(1)} s${renderUsage(all)}`,
    ...besideCheapest(all),
  ].join("\n");
}

/** Calls of right answers beside those of the cheapest known recipe, where one was worked out. */
function besideCheapest(all: readonly Evaluated[]): readonly string[] {
  const known = all.flatMap(({ verdict, calls, cheapest }) =>
    verdict === "right" && cheapest !== undefined ? [{ calls, cheapest }] : [],
  );
  if (known.length === 0) return [];
  const sum = (part: "calls" | "cheapest"): number => known.reduce((whole, one) => whole + one[part], 0);
  return [`${known.length} right answers with a known recipe: ${sum("calls")} calls, ${sum("cheapest")} by the recipe`];
}

/** One of them with its reading and what differs. */
export function renderOne(one: Evaluated): string {
  const { usage, cheapest } = one;
  const model = usage === undefined ? "" : `${usage.inputTokens + usage.outputTokens} tokens, ${usage.rounds} rounds, `;
  const recipe = cheapest === undefined ? "" : ` (${cheapest} by the recipe)`;
  const spent = `${model}${one.seconds.toFixed(1)} s, ${one.calls} calls${recipe}`;
  const head = `${one.id.padEnd(8)} ${one.verdict.padEnd(16)} ${spent}  ${one.question}`;
  return [head, ...[one.reading, one.detail].filter((text) => text !== "").map((text) => `         ${text}`)].join(
    "\n",
  );
}
