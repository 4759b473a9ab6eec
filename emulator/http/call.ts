import type { EmulatorSettings } from "../emulator-options.ts";
import type { OAuthOffice } from "../oauth/oauth-office.ts";
import type { Org, OrgState } from "../org/org.ts";
import type { Principal } from "../org/principal.ts";
import type { Sight } from "../org/sight.ts";
import type { GroupRow } from "../org/group-rows.ts";
import type { Person } from "../org/person.ts";
import type { SearchIndex } from "../writes/search-index.ts";
import type { Answer } from "./answer.ts";
import type { ObjectCache } from "./object-cache.ts";

/** One request as an endpoint sees it. */
export interface Call {
  readonly org: Org;
  /** The org again, for endpoints that write. */
  readonly state: OrgState;
  readonly settings: EmulatorSettings;
  readonly objects: ObjectCache;
  /** What searches see, which may be late. */
  readonly index: { readonly people: SearchIndex<Person>; readonly groups: SearchIndex<GroupRow> };
  readonly oauth: OAuthOffice;
  /** Who asks; absent at endpoints that ask for no credential. */
  readonly principal: Principal | undefined;
  /** What the roles of who asks let be seen. */
  readonly sight: Sight;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** A parameter of the path, decoded; "" where the path has none of this name. */
  readonly parameter: (name: string) => string;
  readonly query: URLSearchParams;
  /** A header of the request, by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  /** The body of a write as text; "" where there is none. */
  readonly body: string;
  /** The last page of a list is an empty one of its own, as Okta's sometimes is. */
  readonly endsEmpty?: boolean;
}

/** What the emulator serves under one path and method. */
export interface Endpoint {
  /** Absent for endpoints that are not of Okta's management API. */
  readonly operationId?: string;
  /** Default GET. */
  readonly method?: string;
  /** In Hono's form, `/api/v1/users/:userId/factors`. */
  readonly path: string;
  /** Rate-limit bucket. */
  readonly bucket: string;
  /** Answers without a credential. */
  readonly open?: true;
  readonly answer: (call: Call) => Answer;
}
