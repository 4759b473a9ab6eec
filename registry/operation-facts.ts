import type { OperationParameter, Paging } from "./operation.ts";
import type { Shape } from "./shape.ts";

/** What the sources state of one operation, as stored: the overlay's judgements are not in it yet. */
export interface OperationFacts {
  readonly operationId: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";
  readonly path: string;
  readonly tag: string;
  readonly scopes: readonly string[];
  /** True where an API token (SSWS) is accepted. */
  readonly tokens: boolean;
  readonly parameters: readonly OperationParameter[];
  readonly body?: Shape;
  readonly response?: Shape;
  readonly lifecycle: string;
  readonly engine?: "classic" | "oie";
  /** Permissions for custom admin roles, where stated. */
  readonly permissions?: readonly string[];
  /** Standard admin roles that may call it, where stated. */
  readonly adminRoles?: readonly string[];
  readonly defaultLimit?: number;
  readonly maxLimit?: number;
  readonly paging?: Paging;
  readonly bucket?: string;
}
