import type { Org } from "../org/org.ts";
import type { EmulatorSettings } from "../emulator-options.ts";
import type { Answer } from "./answer.ts";
import type { ObjectCache } from "./object-cache.ts";

/** One request as an endpoint sees it. */
export interface Call {
  readonly org: Org;
  readonly settings: EmulatorSettings;
  readonly objects: ObjectCache;
  /** Path without the query. */
  readonly path: string;
  /** A parameter of the path, decoded; "" where the path has none of this name. */
  readonly parameter: (name: string) => string;
  readonly query: URLSearchParams;
  /** The last page of a list is an empty one of its own, as Okta's sometimes is. */
  readonly endsEmpty?: boolean;
}

/** One operation that the emulator serves. */
export interface Endpoint {
  readonly operationId: string;
  /** In Hono's form, `/api/v1/users/:userId/factors`. */
  readonly path: string;
  /** Rate-limit bucket. */
  readonly bucket: string;
  readonly answer: (call: Call) => Answer;
}
