import { z } from "zod";
import type { StandingApproval } from "../../terms/standing-approval.ts";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { noSuch, severalSuch } from "../entries/not-found.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** Who took a standing approval back, and when, ISO 8601. */
export interface StandingRevocation {
  readonly operator: string;
  readonly at: string;
}

/** A standing approval as it stands in the journal. */
export interface KeptStanding extends StandingApproval {
  /** Undefined until it is taken back. */
  readonly revoked: StandingRevocation | undefined;
}

/** The standing approvals of a journal. */
export interface StandingBook {
  /** Keeps a standing approval. */
  save(standing: StandingApproval): Promise<void>;
  /** Newest first, those that ended or were taken back among them. */
  list(): readonly KeptStanding[];
  /** The one whose name is or uniquely starts with `id`. Throws `journal/not-found`. */
  get(id: string): KeptStanding;
  /** Keeps that one is taken back. */
  revoke(id: string, by: StandingRevocation): Promise<void>;
}

const kind = "standing-approval";
const revokedKind = "standing-approval-revoked";

const shape: z.ZodType<StandingApproval> = z.object({
  id: z.string(),
  org: z.string(),
  operator: z.string(),
  at: z.string(),
  until: z.string(),
  scopes: z.array(z.string()),
  calls: z.number(),
});
const revocationShape: z.ZodType<StandingRevocation> = z.object({ operator: z.string(), at: z.string() });

/** The standing approvals of an open journal. */
export function createStandingBook(writing: Writing, entries: EntryReader): StandingBook {
  function findRevocation(id: string): StandingRevocation | undefined {
    const detail = entries.findInChain(journalChain, revokedKind, id)?.detail;
    return typeof detail === "string" ? revocationShape.parse(JSON.parse(detail)) : undefined;
  }
  const list = (): readonly KeptStanding[] =>
    entries.listOfKind(kind, -1).flatMap(({ detail }) => {
      if (detail === null) return [];
      const standing = shape.parse(JSON.parse(detail));
      return [{ ...standing, revoked: findRevocation(standing.id) }];
    });
  return {
    list,
    save: async (standing) => {
      await writeEntry(writing, { chain: journalChain, kind, subject: standing.id, detail: standing });
    },
    get: (id) => {
      const [only, second] = id === "" ? [] : list().filter((one) => one.id.startsWith(id));
      if (second !== undefined) throw severalSuch("standing approval", id, [only?.id ?? "", second.id]);
      if (only === undefined) throw noSuch("standing approval", id);
      return only;
    },
    revoke: async (id, by) => {
      await writeEntry(writing, { chain: journalChain, kind: revokedKind, subject: id, detail: by });
    },
  };
}
