import type { Command } from "commander";
import { demo } from "../../main/demo.ts";
import { exitCodeOf } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderEvidence } from "../render/render-evidence.ts";
import { renderReport } from "../render/render-report.ts";
import { safeLines } from "../render/safe-text.ts";
import { createTerminalFront } from "../terminal-front.ts";

const nextCommands = [
  "What to try next, on this emulated org or on your own (see README.md):",
  "  npm run -s attest -- emulator            an emulated org to point OKTA_DOMAIN and OKTA_API_TOKEN at",
  '  npm run -s attest -- ask "List users with an admin role who have not signed in for 30 days"',
  "  npm run -s attest -- evidence last --row 0",
  "  npm run -s attest -- replay last",
  "  npm run -s attest -- journal verify",
];

/** `attest demo`: the tour, on an emulated org of its own and in a data folder that is gone afterwards. */
export function addDemo(program: Command, output: Output): void {
  program
    .command("demo")
    .description("a tour on an emulated org: question, code, review, approval, run, evidence")
    .action(async () => {
      const controller = new AbortController();
      const terminal = createTerminalFront(output, { yes: false, signal: controller.signal });
      process.once("SIGINT", () => controller.abort());
      const { result, evidence } = await demo(
        {
          ...terminal.front,
          say: (text) => {
            terminal.settle();
            output.answer(safeLines(text));
          },
        },
        { stopAt: output.interactive ? "prompt" : "never" },
      );
      terminal.settle();
      if (result.kind === "report") output.answer(renderReport(result.report));
      if (evidence !== undefined) output.answer(`\nWhere the first cell came from:\n${renderEvidence(evidence)}`);
      output.answer(`\n${nextCommands.join("\n")}`);
      process.exitCode = exitCodeOf(result);
    });
}
