import type { Effect } from "../terms/effect.ts";
import type { Shape } from "./shape.ts";

/** One parameter of an operation, under Okta's own name. */
export interface OperationParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly shape: Shape;
}

/** How a list is walked: by `Link` headers, by `_links.next` in the body, or not at all. */
export type Paging = "link" | "body" | "none";

/** What each value of `expand` puts under `_embedded`: `{ user: { user: User } }`. */
export type Embedded = Readonly<Record<string, Readonly<Record<string, Shape>>>>;

/** One endpoint and method of Okta's API under Okta's own operationId, with every fact that the other stages lean on. */
export interface Operation {
  readonly operationId: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";
  /** Path template, `/api/v1/users/{userId}/factors`. */
  readonly path: string;
  readonly tag: string;
  readonly effect: Effect;
  /** Why the effect is not what the method says; present exactly where it is not. */
  readonly effectReason?: string;
  /** OAuth 2.0 scopes: all of them are needed. */
  readonly scopes: readonly string[];
  readonly parameters: readonly OperationParameter[];
  /** Shape of a request body, for writes. */
  readonly body?: Shape;
  /** Shape of a 2xx body, whole; absent where there is none. */
  readonly response?: Shape;
  /** For lists: where the items stand in the body; "" when the body itself is the array, else the property's name (`value`). Absent for single objects. */
  readonly items?: string;
  readonly paging: Paging;
  /** Page size that Okta uses when none is asked, where known. */
  readonly defaultLimit?: number;
  /** Largest page size, where known: what the host asks for. */
  readonly maxLimit?: number;
  /** Rate-limit bucket, `/api/v1/users`. */
  readonly bucket: string;
  /** True where 404 means "no" (a point check), so that the stub gives `undefined`. */
  readonly absentIsAnswer?: boolean;
  /** Parts of `_embedded` in each item, by the value of `expand` that brings them. */
  readonly embedded?: Embedded;
  /** True where an API token (SSWS) is accepted beside OAuth. */
  readonly tokens: boolean;
  /** Permissions of a custom admin role, one of which is enough, where Okta states them. */
  readonly permissions?: readonly string[];
  /** Standard admin roles that may call it, where Okta states them. */
  readonly adminRoles?: readonly string[];
  /** `GA`, `EA`, `BETA`, `LIMITED_GA`, `DEPRECATED`. */
  readonly lifecycle: string;
  /** Engine where it exists only on one. */
  readonly engine?: "classic" | "oie";
}
