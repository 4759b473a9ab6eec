import type { AppUserAttribute, OrgSchema } from "../../registry/org-schema.ts";
import type { Finding } from "../../terms/finding.ts";
import type { Lineage } from "../../terms/origin.ts";
import { fieldsOf } from "../../terms/origin.ts";

const ownMissing =
  "This org's own attributes are not known here, because its schema was not read: run attest doctor with a credential that may read schemas (okta.schemas.read).";

/** Where a field is said to be lacking that the org itself may have added. */
const mayBeOwn = /does not exist (on|in) type '(UserProfile|GroupProfile)\b|^The \w+ of \w+ has no attribute profile\./;

/** The same of a field that an app may have. */
const mayBeOfApp = /does not exist (on|in) type '(AppUserProfile|GroupAssignmentProfile)\b/;

/** Fields of what an app knows of its users, and of what it gives to a group's members. */
const appField =
  /^(?:(?:list|get)Application(?:Users?|GroupAssignments?) |(?:list|get)Applications? _embedded\.user\.)profile\.([A-Za-z_][A-Za-z0-9_]*)/;

/** Where the attributes of app users come from, in words; undefined where those of every app are known. */
function appsLeftOut({ apps: { known, all } }: OrgSchema): string | undefined {
  if (all === 0) return undefined;
  if (all === undefined || known === 0) return "the schema of none of the org's apps was read";
  return known < all ? `the schemas of ${all - known} of the org's ${all} apps were not read` : undefined;
}

/** The findings; those that only a schema of the org could clear say that it was not read, where it was not. */
export function withSchemaKnown(findings: readonly Finding[], schema: OrgSchema): readonly Finding[] {
  const leftOut = appsLeftOut(schema);
  return findings.map((one) => {
    if (schema.degraded && mayBeOwn.test(one.message)) return { ...one, help: `${one.help} ${ownMissing}` };
    if (leftOut === undefined || !mayBeOfApp.test(one.message)) return one;
    return {
      ...one,
      help: `${one.help} An app's own attributes may not be known here, because ${leftOut}: name the app by its label in the snippet and run it, or run attest doctor, with a credential that may read apps and schemas (okta.apps.read, okta.schemas.read).`,
    };
  });
}

/** Whether a finding is about an attribute of app users that no app whose schema is known has. */
export function lacksAppAttribute(findings: readonly Finding[]): boolean {
  return findings.some((one) => mayBeOfApp.test(one.message));
}

function appAttributesIn({ columns, selectedBy, askedBy, read }: Lineage): readonly string[] {
  const fields = [...columns.flatMap(({ origin }) => fieldsOf(origin)), ...selectedBy, ...askedBy, ...read];
  return [...new Set(fields.flatMap((one) => appField.exec(one)?.[1] ?? []))];
}

/** Whether a snippet reads profiles of app users. */
export function readsAppAttributes(lineage: Lineage): boolean {
  return appAttributesIn(lineage).length > 0;
}

/** Attributes that every user and group has, whatever else an org adds. */
const everyones = /\bprofile\.(login|email|name)$/;

/** Lines for a snippet that reads profiles while the org may keep the answer in attributes that are not known, or not in every app. */
export function schemaWarnings(lineage: Lineage, schema: OrgSchema, source: string): readonly string[] {
  const { columns, selectedBy, askedBy } = lineage;
  const fields = [...columns.flatMap(({ origin }) => fieldsOf(origin)), ...selectedBy, ...askedBy];
  const reads = fields.some(
    (one) => /^(listUsers|getUser|listGroupUsers|listGroups|getGroup) .*\bprofile\./.test(one) && !everyones.test(one),
  );
  return [
    ...(reads && schema.degraded
      ? [
          "Only Okta's base attributes are known, because the org's schema was not read: what the org keeps in attributes of its own is not looked at.",
        ]
      : []),
    ...appWarnings(appAttributesIn(lineage), schema, source),
  ];
}

function appWarnings(names: readonly string[], schema: OrgSchema, source: string): readonly string[] {
  if (names.length === 0) return [];
  const leftOut = appsLeftOut(schema);
  const read = schema.appUser.filter((one) => names.includes(one.name));
  return [
    ...(leftOut === undefined
      ? []
      : [
          `Not every attribute of the apps' users is known, because ${leftOut}: what an app keeps in one of its own may not be looked at.`,
        ]),
    ...read.flatMap((one) => ofSomeApps(one, schema.apps.known, source)),
  ];
}

/** Says whose an attribute is that not every app has; nothing where the snippet names one of these apps itself. */
function ofSomeApps({ name, ofApps, apps }: AppUserAttribute, known: number, source: string): readonly string[] {
  if (ofApps >= known || apps.some(({ label }) => source.includes(label))) return [];
  const shown = apps.slice(0, 3).map(({ label }) => label);
  const more = ofApps - shown.length;
  return [
    `Only ${ofApps} of ${known} apps ${ofApps === 1 ? "has" : "have"} the attribute profile.${name}: ${shown.join(", ")}${more === 0 ? "" : ` and ${more} more`}. Users of the others have none.`,
  ];
}
