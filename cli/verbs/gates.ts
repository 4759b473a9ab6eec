import { type Command, Option } from "commander";
import { gates, type Gates, type GateSetting, setGate } from "../../main/gates.ts";
import type { GateChange } from "../../terms/gate-change.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderJson } from "../render/render-json.ts";
import { safeText } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";

interface GatesOptions {
  readonly planning?: "on" | "off";
  readonly writes?: "on" | "off";
  readonly reason?: string;
  readonly share: number;
  readonly allow?: readonly string[];
  readonly json?: boolean;
}

function renderChange(gate: string, change: Gates["planning"], untouched: string): readonly string[] {
  if (change === null) return [`${gate}: ${untouched}`];
  const { state, at, operator, why, share, allowed } = change;
  const who = operator === null ? "by itself" : `by ${safeText(operator)}`;
  const others = allowed.length === 0 ? "" : ` and ${allowed.map(safeText).join(", ")}`;
  const whom = state === "on" ? [`  for ${share} % of operators${others}`] : [];
  return [`${gate}: ${state} since ${at}, ${who}: ${safeText(why)}`, ...whom];
}

function renderGates({ planning, writes, forYou }: Gates): string {
  return [
    ...renderChange("planning", planning, "on for everyone"),
    ...renderChange("writes", writes, "off for everyone"),
    forYou.planning.open
      ? "A model may plan your questions."
      : `The phrasebook plans your questions: ${safeText(forYou.planning.why)}.`,
    forYou.writes.open
      ? "The writes gate is open for you, but this version of Attest has no writes: the check refuses them."
      : `Nothing but reads is run for you: ${safeText(forYou.writes.why)}.`,
  ].join("\n");
}

interface WantedGate {
  readonly gate: GateChange["gate"];
  readonly setting: GateSetting;
}

/** The gate that the options set; undefined where they set none. Ends with a usage error where they are not enough, or too much. */
function settingOf(options: GatesOptions, command: Command): WantedGate | undefined {
  const { planning, writes, reason: why, share, allow: allowed = [] } = options;
  const state = planning ?? writes;
  if (state === undefined) return undefined;
  if (planning !== undefined && writes !== undefined) command.error("error: set one gate at a time");
  if (why === undefined) return command.error("error: a gate is set with --reason <text>");
  return { gate: planning === undefined ? "writes" : "planning", setting: { state, why, share, allowed } };
}

/** `attest gates`: whether a model may plan and whether more than reads may run, and for whom; a person sets it with a reason. */
export function addGates(program: Command, output: Output): void {
  program
    .command("gates")
    .description("show the gates, or set one with a reason; a tripped gate is reset in the same way")
    .addOption(new Option("--planning <state>", "whether a model may plan: on or off").choices(["on", "off"]))
    .addOption(new Option("--writes <state>", "whether more than reads may run: on or off").choices(["on", "off"]))
    .option("--reason <text>", "why, for the journal")
    .option("--share <percent>", "percent of operators it is on for", (text: string) => wholeNumber(text, 0, 100), 100)
    .option("--allow <operator...>", "operators it is on for whatever the share")
    .option("--json", "print them as JSON")
    .action(async (options: GatesOptions, command: Command) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const wanted = settingOf(options, command);
        const shown = wanted === undefined ? gates(house) : await setGate(house, wanted.gate, wanted.setting);
        output.answer(options.json === true ? renderJson(shown) : renderGates(shown));
        return exitCodes.answered;
      });
    });
}
