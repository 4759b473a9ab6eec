import type { Command } from "commander";
import { demo } from "../../main/demo.ts";
import { exitCodeOf } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderEvidence } from "../render/render-evidence.ts";
import { renderReport } from "../render/render-report.ts";
import { safeLines } from "../render/safe-text.ts";
import { createTerminalFront } from "../terminal-front.ts";

function nextCommands(home: string): string {
  return [
    "What to try next:",
    `  export ATTEST_HOME=${home}`,
    "  npm run -s attest -- evidence last --row 0      where every cell of the first row comes from",
    "  npm run -s attest -- replay last                the same bytes again, without the network",
    "  npm run -s attest -- journal verify             the proof that nothing was altered",
    "  npm run -s attest -- emulator                   an org to ask: it prints OKTA_DOMAIN and OKTA_API_TOKEN",
    '  npm run -s attest -- ask "List users with an admin role who have not signed in for 30 days"',
  ].join("\n");
}

/** `attest demo`: the tour, on an emulated org of its own. */
export function addDemo(program: Command, output: Output): void {
  program
    .command("demo")
    .description("a tour on an emulated org: question, code, review, approval, run, evidence")
    .action(async () => {
      const controller = new AbortController();
      process.once("SIGINT", () => controller.abort());
      const front = createTerminalFront(output, { yes: false, signal: controller.signal });
      const say = (text: string): void => output.answer(safeLines(text));
      const { result, evidence, home } = await demo(process.env, { ...front, say });
      if (result.kind === "report") output.answer(renderReport(result.report));
      if (evidence !== undefined) output.answer(`\nWhere the first cell came from:\n${renderEvidence(evidence)}`);
      output.answer(`\n${nextCommands(home)}`);
      process.exitCode = exitCodeOf(result);
    });
}
