import type { NamePools } from "./name-pools.ts";
import type { Person } from "./person.ts";

/** What every object of the org is worked out from. */
export interface OrgBase {
  readonly seed: number;
  /** Start time in ms: all dates of the org lie before it. */
  readonly now: number;
  /** `http://127.0.0.1:PORT`, as it stands in every link. */
  readonly origin: string;
  readonly pools: NamePools;
  readonly people: readonly Person[];
}
