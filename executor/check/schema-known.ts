import type { OrgSchema } from "../../registry/org-schema.ts";
import type { Finding } from "../../terms/finding.ts";
import type { Lineage } from "../../terms/origin.ts";
import { fieldsOf } from "../../terms/origin.ts";

const ownMissing =
  "This org's own attributes are not known here, because its schema was not read: run attest doctor with a credential that may read schemas (okta.schemas.read).";

/** Where a field is said to be lacking that the org itself may have added. */
const mayBeOwn = /does not exist (on|in) type '(UserProfile|GroupProfile)\b|^The \w+ of \w+ has no attribute profile\./;

/** The findings; those that only a schema of the org could clear say that it was not read, where it was not. */
export function withSchemaKnown(findings: readonly Finding[], { degraded }: OrgSchema): readonly Finding[] {
  if (!degraded) return findings;
  return findings.map((one) => (mayBeOwn.test(one.message) ? { ...one, help: `${one.help} ${ownMissing}` } : one));
}

/** Attributes that every user and group has, whatever else an org adds. */
const everyones = /\bprofile\.(login|email|name)$/;

/** A line for a snippet that reads profiles while only Okta's base attributes are known: the org may keep the answer elsewhere. */
export function schemaWarnings({ columns, selectedBy, askedBy }: Lineage, { degraded }: OrgSchema): readonly string[] {
  if (!degraded) return [];
  const fields = [...columns.flatMap(({ origin }) => fieldsOf(origin)), ...selectedBy, ...askedBy];
  const reads = fields.some(
    (one) => /^(listUsers|getUser|listGroupUsers|listGroups|getGroup) .*\bprofile\./.test(one) && !everyones.test(one),
  );
  return reads
    ? [
        "Only Okta's base attributes are known, because the org's schema was not read: what the org keeps in attributes of its own is not looked at.",
      ]
    : [];
}
