import type { Definition } from "../../../terms/definition.ts";
import type { ReviewedFilter } from "../../../terms/review.ts";
import { type DefinedWord, definitions } from "../../../registry/meanings.ts";

/** How a meaning shows in a snippet: by what it calls, or by how it selects. */
const signs: Readonly<Partial<Record<DefinedWord, (seen: Seen) => boolean>>> = {
  active: ({ filters, source }) =>
    filters.some(({ text, evaluated }) => evaluated === "okta" && /\bstatus eq "ACTIVE"/.test(text)) ||
    /\b(user|one|person|member|account|owner)\.status === ['"]ACTIVE['"]/.test(source),
  "MFA factor": ({ operationIds, source }) =>
    operationIds.includes("listFactors") && /factorType !== ['"]question['"]/.test(source),
  "phishing-resistant factor": ({ source }) => /['"]webauthn['"]/.test(source) && /['"]signed_nonce['"]/.test(source),
  "not signed in": ({ source }) => /isBefore\([^)]*lastLogin/.test(source),
  "N days": ({ source }) => /\b(daysAgo|daysSince)\(/.test(source),
  "calendar day": ({ source }) => /\b(dayOf|startOfDay)\(/.test(source),
  "access to an app": ({ operationIds }) => operationIds.includes("listApplicationUsers"),
  admin: ({ operationIds }) => operationIds.includes("listUsersWithRoleAssignments"),
};

interface Seen {
  readonly source: string;
  readonly operationIds: readonly string[];
  readonly filters: readonly ReviewedFilter[];
}

/** Words with a meaning of ours that the snippet uses, after those that the planner named. One of each name. */
export function recogniseDefinitions(seen: Seen, named: readonly Definition[]): readonly Definition[] {
  const found = Object.values(definitions).filter((one) =>
    Object.entries(signs).some(([word, sign]) => word === one.name && sign(seen)),
  );
  return [...new Map([...found, ...named].map((one) => [one.name, one])).values()];
}
