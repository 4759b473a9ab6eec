import { z } from "zod";

/** Where a schedule's answers go, as it is kept. A webhook's address is none of it: only the name that it has in the store of secrets. */
export type Target =
  | { readonly kind: "slack" | "teams" | "webhook"; readonly host: string; readonly secret: string }
  | { readonly kind: "mail"; readonly to: readonly string[] }
  /** A mail to each value of the column that the rows are split by, where it is an address within one of the domains. */
  | { readonly kind: "mail-by-value"; readonly domains: readonly string[] }
  /** Absolute; with places for the date and the like. */
  | { readonly kind: "file"; readonly pattern: string };

/** Reads it back. */
export const targetShape: z.ZodType<Target> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["slack", "teams", "webhook"]), host: z.string(), secret: z.string() }),
  z.strictObject({ kind: z.literal("mail"), to: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal("mail-by-value"), domains: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal("file"), pattern: z.string() }),
]);

/** A target in a few words, with nothing that is secret. */
export function sayTarget(target: Target): string {
  switch (target.kind) {
    case "slack":
    case "teams":
    case "webhook":
      return `${target.kind} ${target.host}`;
    case "mail":
      return `mail to ${target.to.join(", ")}`;
    case "mail-by-value":
      return `mail to each value, in ${target.domains.join(", ")}`;
    case "file":
      return `file ${target.pattern}`;
  }
}
