import type { DeliveryMessage } from "../../deliveries/delivery-message.ts";
import type { Clock } from "../../okta/pacing/clock.ts";
import type { Target } from "../../reports/schedule/target.ts";
import { openSecretStore, type SecretStore } from "../config/secret-store.ts";
import type { House } from "../house.ts";
import type { DoneDue } from "../schedule/run-due.ts";
import { chatParcel } from "./chat-parcel.ts";
import { baselineOf, type Comparison, compareWithBaseline } from "./compare-with-baseline.ts";
import { composeMessage } from "./compose-message.ts";
import { fileParcels } from "./file-parcels.ts";
import { mailsByValue, mailToAll } from "./mail-parcels.ts";
import type { DeliveredParcel, Parcel } from "./parcel.ts";
import { sendWithRetries } from "./send-with-retries.ts";

/** What became of an answer. */
export interface DeliveredDue {
  readonly parcels: readonly DeliveredParcel[];
  /** Why nothing was to be delivered. */
  readonly held?: string | undefined;
  /** The run that the next answer is compared with; undefined where it stays the one before. */
  readonly baseline?: string | undefined;
}

/** Who delivers. */
export interface Carrier {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Why an answer is not to be delivered. What is no answer always is. */
function reasonToHold({ schedule, kept }: DoneDue, comparison: Comparison): string | undefined {
  const isAnswer = kept.outcome === "answered" || kept.outcome === "empty";
  if (!isAnswer) return undefined;
  if (schedule.delivery.rule === "alert" && !kept.alert) return "no alert";
  return comparison.kind === "same" ? "no difference" : undefined;
}

async function parcelsFor(
  house: House,
  secrets: () => Promise<SecretStore>,
  target: Target,
  { done, message }: { readonly done: DoneDue; readonly message: DeliveryMessage },
): Promise<readonly (Omit<Parcel, "id"> & { readonly part?: string })[]> {
  switch (target.kind) {
    case "slack":
    case "teams":
    case "webhook":
      return [chatParcel(house, secrets, target, message)];
    case "mail":
      return [await mailToAll(house, done, target.to, message)];
    case "mail-by-value":
      return mailsByValue(house, done, target.domains, message);
    case "file":
      return fileParcels(done, target.pattern, message);
  }
}

/** Sends a parcel, each try into the journal, unless the journal has it as sent. */
async function deliverParcel(
  house: House,
  done: DoneDue,
  parcel: Parcel,
  sentBefore: ReadonlySet<string>,
  carrier: Carrier,
): Promise<DeliveredParcel> {
  const { id, kind, target, rows, contentHash } = parcel;
  if (sentBefore.has(id)) return { kind, target, outcome: "sent before", tries: 0 };
  const { schedule, due, kept } = done;
  let tries = 0;
  const sent = await sendWithRetries(parcel.send, {
    ...carrier,
    onTried: async (one, attempt) => {
      tries = attempt;
      await house.journal().deliveries.save({
        schedule: schedule.name,
        due,
        run: kept.run,
        kind,
        parcel: id,
        target,
        attempt,
        outcome: one.kind,
        status: one.status,
        reason: one.kind === "failed" ? one.reason : undefined,
        rows,
        contentHash,
      });
    },
  });
  return { kind, target, outcome: sent.kind, reason: sent.kind === "failed" ? sent.reason : undefined, tries };
}

/** What those who get the whole must know of the mails to single values. */
function linesOn(byValue: readonly DeliveredParcel[]): readonly string[] {
  const failed = byValue.filter((one) => one.outcome === "failed");
  const shown = failed
    .slice(0, 10)
    .map((one) => `Not delivered to ${one.target || "rows without a value"}: ${one.reason ?? ""}.`);
  return failed.length > shown.length
    ? [...shown, `And ${failed.length - shown.length} more were not delivered.`]
    : shown;
}

/**
 * Delivers what became of a due run, by the schedule's rule, to each of its targets: mails to single values first, since the
 * others are told which did not arrive. Rejects where the signal fires; what is in the journal as sent is not sent again.
 */
export async function deliverDue(
  house: House,
  done: DoneDue,
  baseline: string | null,
  carrier: Carrier,
): Promise<DeliveredDue> {
  const { schedule, due, kept } = done;
  const comparison = await compareWithBaseline(house, done, baseline);
  const held = reasonToHold(done, comparison);
  const run = baselineOf(kept);
  if (held !== undefined) return { parcels: [], held, ...(held === "no difference" ? { baseline: run } : {}) };
  const tried = house.journal().deliveries.list(schedule.name, due);
  const sentBefore = new Set(tried.filter((one) => one.outcome === "sent").map((one) => one.parcel));
  let store: Promise<SecretStore> | undefined;
  const secrets = (): Promise<SecretStore> => (store ??= openSecretStore(house.folder, house.settings.keychain));
  const message = composeMessage(done, comparison);
  const deliver = async (target: Target, at: number, said: DeliveryMessage): Promise<readonly DeliveredParcel[]> => {
    const delivered: DeliveredParcel[] = [];
    for (const { part = "", ...parcel } of await parcelsFor(house, secrets, target, { done, message: said })) {
      const whole = { ...parcel, id: part === "" ? `${at}` : `${at} ${part}` };
      delivered.push(await deliverParcel(house, done, whole, sentBefore, carrier));
    }
    return delivered;
  };
  const all = schedule.delivery.targets.map((target, at) => ({ target, at }));
  const single = all.filter(({ target }) => target.kind === "mail-by-value");
  const byValue = (await Promise.all(single.map(({ target, at }) => deliver(target, at, message)))).flat();
  const told = { ...message, lines: [...linesOn(byValue), ...message.lines] };
  const whole = all.filter(({ target }) => target.kind !== "mail-by-value");
  const rest = (await Promise.all(whole.map(({ target, at }) => deliver(target, at, told)))).flat();
  const parcels = [...byValue, ...rest];
  const isAnswer = message.table !== undefined;
  const arrived = parcels.every((one) => one.outcome !== "failed");
  return { parcels, ...(isAnswer && arrived ? { baseline: run } : {}) };
}
