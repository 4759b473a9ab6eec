import { z } from "zod";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** One try to deliver an answer, or the word that there is none. */
export interface DeliveryTry {
  readonly schedule: string;
  /** The time at which it was due, ISO 8601. */
  readonly due: string;
  /** Null where nothing was run. */
  readonly run: string | null;
  /** `slack`, `mail` and the like. */
  readonly kind: string;
  /** Which of the schedule's deliveries it is: the same for each try, and for another watcher's. May hold a value of the answer. */
  readonly parcel: string;
  /** Host, address or path. No secret. */
  readonly target: string;
  /** From 1. */
  readonly attempt: number;
  readonly outcome: "sent" | "failed";
  /** As the other side numbers it. */
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
  /** Null where it carries no answer. */
  readonly rows: number | null;
  /** SHA-256 of what was sent. */
  readonly contentHash: string;
}

/** A try with the time at which it was over, ISO 8601. */
export interface KeptDeliveryTry extends DeliveryTry {
  readonly at: string;
}

const shape: z.ZodType<DeliveryTry> = z.object({
  schedule: z.string(),
  due: z.string(),
  run: z.string().nullable(),
  kind: z.string(),
  parcel: z.string(),
  target: z.string(),
  attempt: z.number(),
  outcome: z.enum(["sent", "failed"]),
  status: z.number().optional(),
  reason: z.string().optional(),
  rows: z.number().nullable(),
  contentHash: z.string(),
});

const subjectOf = (schedule: string, due: string): string => `${schedule} ${due}`;

/** What was tried to deliver answers. */
export interface DeliveryBook {
  /** Keeps one try. Addresses, and values by which an answer was split, are sealed; the rest stays readable. */
  readonly save: (tried: DeliveryTry) => Promise<void>;
  /**
   * The tries to deliver what was due of a schedule at one time, ISO 8601, the newest first; those whose addresses were erased
   * are left out.
   */
  readonly list: (schedule: string, due: string) => readonly KeptDeliveryTry[];
}

/** The deliveries of an open journal, in its own chain. */
export function createDeliveryBook(writing: Writing, entries: EntryReader): DeliveryBook {
  return {
    save: async (tried) => {
      const { parcel: _, target: __, ...facts } = tried;
      const subject = subjectOf(tried.schedule, tried.due);
      await writeEntry(writing, { chain: journalChain, kind: "delivery", subject, detail: tried, facts });
    },
    list: (schedule, due) =>
      entries
        .listBySubject("delivery", subjectOf(schedule, due))
        .flatMap(({ at, detail }) => (detail === null ? [] : [{ ...shape.parse(JSON.parse(detail)), at }])),
  };
}
