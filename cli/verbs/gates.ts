import { type Command, Option } from "commander";
import { gates, setPlanningGate, type Gates } from "../../main/gates.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderJson } from "../render/render-json.ts";
import { safeText } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";

interface GatesOptions {
  readonly planning?: "on" | "off";
  readonly reason?: string;
  readonly share: number;
  readonly allow?: readonly string[];
  readonly json?: boolean;
}

function renderGates({ planning, forYou }: Gates): string {
  const state =
    planning === null
      ? "planning: on for everyone"
      : `planning: ${planning.state} since ${planning.at}, ${planning.operator === null ? "by itself" : `by ${safeText(planning.operator)}`}: ${safeText(planning.why)}`;
  const whom =
    planning === null || planning.state !== "on"
      ? []
      : [
          `  for ${planning.share} % of operators${planning.allowed.length === 0 ? "" : ` and ${planning.allowed.map(safeText).join(", ")}`}`,
        ];
  const you = forYou.open
    ? "A model may plan your questions."
    : `The phrasebook plans your questions: ${safeText(forYou.why)}.`;
  return [state, ...whom, you].join("\n");
}

/** `attest gates`: whether a model may plan, and for whom; a person sets it with a reason. */
export function addGates(program: Command, output: Output): void {
  program
    .command("gates")
    .description("show whether a model may plan, or set it with a reason; a tripped gate is reset in the same way")
    .addOption(new Option("--planning <state>", "on or off").choices(["on", "off"]))
    .option("--reason <text>", "why, for the journal")
    .option("--share <percent>", "percent of operators it is on for", (text: string) => wholeNumber(text, 0, 100), 100)
    .option("--allow <operator...>", "operators it is on for whatever the share")
    .option("--json", "print them as JSON")
    .action(async (options: GatesOptions, command: Command) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const { planning: state, reason: why, share, allow: allowed = [] } = options;
        if (state !== undefined && why === undefined) command.error("error: --planning needs --reason <text>");
        const shown =
          state === undefined || why === undefined
            ? gates(house)
            : await setPlanningGate(house, { state, why, share, allowed });
        output.answer(options.json === true ? renderJson(shown) : renderGates(shown));
        return exitCodes.answered;
      });
    });
}
