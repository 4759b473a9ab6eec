import { dateText, dayMs } from "../clock-text.ts";
import type { JsonObject } from "../json.ts";
import { objectId } from "../object-id.ts";
import type { Org } from "../org.ts";

/** The API tokens of the org: the first is the one that the emulator takes; one has hardly been used for its whole window. */
export function apiTokens(org: Org): readonly JsonObject[] {
  const plans = [
    { name: "attest", owner: 0, lastUse: 0, age: org.tokens[0]?.ageDays ?? 0 },
    { name: "Terraform", owner: 1, lastUse: 2, age: 350 },
    { name: "old-script (who knows?)", owner: 2, lastUse: 29, age: 300 },
    { name: "HR sync", owner: 5, lastUse: 12, age: 250 },
  ];
  const added = org.tokens
    .slice(1)
    .map(({ person, ageDays }, at) => ({ name: `attest ${at + 2}`, owner: person, lastUse: 0, age: ageDays }));
  return [...plans, ...added].map((plan, index) => {
    const id = objectId(org.seed, "00T", index);
    const userId = org.people[plan.owner]?.id ?? "";
    return {
      name: plan.name,
      userId,
      tokenWindow: "P30D",
      network:
        index === 1 ? { connection: "ZONE", include: [objectId(org.seed, "nzo", 3)] } : { connection: "ANYWHERE" },
      id,
      clientName: "Okta API",
      expiresAt: dateText(org.now + (30 - plan.lastUse) * dayMs),
      created: dateText(org.now - plan.age * dayMs),
      lastUpdated: dateText(org.now - plan.lastUse * dayMs),
      _links: {
        self: { href: `${org.origin}/api/v1/api-tokens/${id}`, hints: { allow: ["GET", "DELETE"] } },
        user: { href: `${org.origin}/api/v1/users/${userId}`, hints: { allow: ["GET"] } },
      },
    };
  });
}
