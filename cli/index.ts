import { Command, CommanderError } from "commander";
import { addConnect, addOrg } from "./verbs/org.ts";
import { addAlerts } from "./verbs/alerts.ts";
import { addAsk } from "./verbs/ask.ts";
import { addChat } from "./verbs/chat.ts";
import { addCheck } from "./verbs/check.ts";
import { addRun } from "./verbs/run.ts";
import { addDefine } from "./verbs/define.ts";
import { addDefinitions } from "./verbs/definitions.ts";
import { addDemo } from "./verbs/demo.ts";
import { addDoctor } from "./verbs/doctor.ts";
import { addDrift } from "./verbs/drift.ts";
import { addEmulator } from "./verbs/emulator.ts";
import { addEvidence } from "./verbs/evidence.ts";
import { addJournal } from "./verbs/journal.ts";
import { addOperations } from "./verbs/operations.ts";
import { addProve } from "./verbs/prove.ts";
import { addReplay } from "./verbs/replay.ts";
import { addReport } from "./verbs/report.ts";
import { addResend } from "./verbs/resend.ts";
import { addSetup } from "./verbs/setup.ts";
import { addResume } from "./verbs/resume.ts";
import { addSchedules } from "./verbs/schedule.ts";
import { addWatch } from "./verbs/watch.ts";
import { addApprovals } from "./verbs/approvals.ts";
import { addApprove } from "./verbs/approve.ts";
import { addMark } from "./verbs/mark.ts";
import { addMetrics } from "./verbs/metrics.ts";
import { addGates } from "./verbs/gates.ts";
import { exitCodes } from "./exit-codes.ts";
import { standardOutput } from "./output.ts";
import { reportFailure } from "./report-failure.ts";

/** Runs the command line `argv` (as `process.argv`) and sets the process's exit code. Never rejects. */
export async function start(argv: readonly string[]): Promise<void> {
  const output = standardOutput();
  const program = new Command("attest")
    .description("Asks compound questions about an Okta org and gives answers that can be checked.")
    .option("--org <name>", "the org to ask, of those that were added")
    .hook("preAction", (_, verb) => {
      const { org } = verb.optsWithGlobals<{ readonly org?: string }>();
      if (org !== undefined) process.env["ATTEST_ORG"] = org;
    })
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  for (const add of [
    addOrg,
    addConnect,
    addSetup,
    addDoctor,
    addAsk,
    addChat,
    addCheck,
    addRun,
    addApprove,
    addApprovals,
    addReport,
    addSchedules,
    addWatch,
    addDefine,
    addDefinitions,
    addResume,
    addEvidence,
    addProve,
    addReplay,
    addResend,
    addJournal,
    addMark,
    addMetrics,
    addGates,
    addAlerts,
    addOperations,
    addDrift,
    addEmulator,
    addDemo,
  ]) {
    add(program, output);
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode =
      error instanceof CommanderError ? usageCode(error) : reportFailure(error, output, argv.includes("--json"));
  }
}

function usageCode(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : exitCodes.usage;
}
