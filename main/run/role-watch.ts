import type { RunJournal } from "../../audit/runs/run-journal.ts";
import type { Waiting } from "../../okta/pacing/waiting-line.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import { Failure } from "../../terms/failure.ts";
import type { Review } from "../../terms/review.ts";
import { alertingClient } from "../alerts/alerting-client.ts";
import type { House } from "../house.ts";
import type { ConfiguredOrg } from "../org/connected-org.ts";
import type { RolesRead } from "../org/held-role.ts";
import { secretsOf } from "../org/org-credential.ts";
import { readRoles } from "../org/read-roles.ts";
import { kindsOf, limitsOf, roleWarnings } from "../org/role-warnings.ts";

/** The roles of the credential at one moment. */
export interface RolesAt {
  /** ISO 8601. */
  readonly at: string;
  readonly read: RolesRead;
}

/** What the roles make of a run's answer. */
export interface RolesSettled {
  readonly warnings: readonly string[];
  /** Set where the roles changed while lists were walked: then the rows are no answer. */
  readonly failure: FailureDescription | undefined;
}

/** Reads the roles of the credential beside a run, and says at its end what they may have kept from it. */
export interface RoleWatch {
  /** Notes that a list is read: then the roles are read again at the end. */
  readonly noteList: () => void;
  /** The verdict on a run that came to an answer. */
  readonly settle: () => Promise<RolesSettled>;
  /** Ends what is under way. Call it in any case. */
  readonly close: () => Promise<void>;
}

/** What a watch is begun with. */
export interface WatchedRun {
  readonly house: House;
  readonly org: ConfiguredOrg;
  readonly review: Review;
  readonly journal: RunJournal;
  readonly signal: AbortSignal;
  /** Told when a bucket makes the reading of roles wait. */
  readonly onWaiting: (waiting: Waiting) => void;
  /** The roles under which the run's first part was read, where this one goes on with it. */
  readonly before?: RolesAt | undefined;
}

/** What this process knows of a credential's roles: they are read once for many runs. */
const known = new WeakMap<object, { readonly origin: string; readonly readMs: number; readonly roles: RolesAt }>();
/** After this time they are read again: a process may live for days. */
const freshForMs = 5 * 60_000;
/** The longest that the end of a run waits for roles, apart from the time that their reads wait in line. */
const patienceMs = 10_000;
/** How often it is looked whether they still stand in line. */
const lookMs = 500;

const nothingToWatch: RoleWatch = {
  noteList: () => undefined,
  settle: async () => ({ warnings: [], failure: undefined }),
  close: async () => undefined,
};

function changed(operationIds: readonly string[], before: RolesAt, after: RolesAt): Failure<"run/roles-changed"> {
  return new Failure(
    "run/roles-changed",
    { operationIds, from: before.at, to: after.at },
    {
      found: `The admin roles of the credential changed between ${before.at} and ${after.at}, while ${operationIds.join(", ")} were read.`,
      why: "Some pages were read under other limits than the rest, so rows may be missing without a word from Okta.",
      help: "Run it again: all of it is then read under the same roles.",
    },
  );
}

function isChanged(before: RolesRead, after: RolesRead, kinds: ReturnType<typeof kindsOf>): boolean {
  if (before.kind === "unread") return false;
  return after.kind === "unread" ? after.refused : limitsOf(before, kinds) !== limitsOf(after, kinds);
}

function judge(
  before: RolesAt,
  after: RolesAt | undefined,
  { operationIds, kinds }: { readonly operationIds: readonly string[]; readonly kinds: ReturnType<typeof kindsOf> },
): RolesSettled {
  if (after === undefined) return { warnings: roleWarnings(before.read, kinds), failure: undefined };
  if (isChanged(before.read, after.read, kinds)) {
    return { warnings: [], failure: changed(operationIds, before, after).describe() };
  }
  const warnings = roleWarnings(before.read, kinds);
  if (before.read.kind === "read" && after.read.kind === "unread") {
    return {
      warnings: [
        ...warnings,
        `The roles of this credential could not be read again at the end: ${after.read.why} Whether they changed in the middle is not known.`,
      ],
      failure: undefined,
    };
  }
  return { warnings, failure: undefined };
}

/**
 * Begins to read the roles of a run that was approved; nothing waits for it until the run's end. The requests are none of the
 * run's own: they are kept as attachments of its journal, not as reads.
 */
export function watchRoles({ house, org, review, journal, signal, onWaiting, before }: WatchedRun): RoleWatch {
  const operationIds = review.operations.map((operation) => operation.operationId);
  const kinds = kindsOf(operationIds);
  if (kinds.length === 0) return nothingToWatch;
  // As the run's own: reads for no run at all would wait in one line for all runs together.
  const client = alertingClient(house, org, "attest", { run: journal.run, onWaiting });
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const [key] = secretsOf(org.credential);
  let hasList = false;

  const read = async (moment: "start" | "end"): Promise<RolesAt> => {
    const roles = { at: new Date().toISOString(), read: await readRoles(client, org.credential, either) };
    if (key !== undefined && roles.read.kind === "read") {
      known.set(key, { origin: org.address.origin, readMs: performance.now(), roles });
    }
    if (!stop.signal.aborted) await journal.attach("roles", { moment, ...roles });
    return roles;
  };
  const kept = key === undefined ? undefined : known.get(key);
  const isFresh = kept?.origin === org.address.origin && performance.now() - kept.readMs < freshForMs;
  const keepKnown = async (roles: RolesAt): Promise<RolesAt> => {
    await journal.attach("roles", { moment: "start", ...roles });
    return roles;
  };
  const atStart = kept !== undefined && isFresh ? keepKnown(kept.roles) : read("start");
  // Whoever settles sees the failure; a run that fails by itself has nobody to see it.
  atStart.catch(() => undefined);

  /** Stops the reading when it has been out of the line for too long: while it stands in line it costs the org nothing. */
  function startPatience(): () => void {
    let outMs = 0;
    const timer = setInterval(() => {
      outMs = client.isInLine() ? 0 : outMs + lookMs;
      if (outMs >= patienceMs) stop.abort();
    }, lookMs);
    return () => clearInterval(timer);
  }

  return {
    noteList() {
      hasList = true;
    },
    async settle() {
      const forget = startPatience();
      try {
        const start = await atStart;
        const end = hasList || before !== undefined ? await read("end") : undefined;
        const resumed = before !== undefined && isChanged(before.read, start.read, kinds);
        return judge(resumed ? before : start, resumed ? start : end, { operationIds, kinds });
      } finally {
        forget();
      }
    },
    async close() {
      stop.abort();
      await atStart.catch(() => undefined);
      client.close();
    },
  };
}
