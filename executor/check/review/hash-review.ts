import canonicalize from "canonicalize";
import type { Review } from "../../../terms/review.ts";
import { hashText } from "../../../terms/snippet.ts";

/** What an approval binds: what the snippet is, what it may reach, how it selects, where its columns come from. */
export type BoundParts = Pick<Review, "snippet" | "operations" | "filters" | "columns" | "selectedBy" | "askedBy">;

/** SHA-256 over what an approval binds, as canonical JSON (RFC 8785): price, caveats and wording of summaries may change without asking again. */
export function hashReview({ snippet, operations, filters, columns, selectedBy, askedBy }: BoundParts): string {
  const bound = {
    snippet,
    operations: operations.map(({ operationId, method, path, effect, scopes }) => ({
      operationId,
      method,
      path,
      effect,
      scopes,
    })),
    filters: filters.map(({ evaluated, text, line }) => ({ evaluated, text, line })),
    columns,
    selectedBy,
    askedBy,
  };
  return hashText(canonicalize(bound) ?? "");
}
