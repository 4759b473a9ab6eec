import type { KeptRun } from "../../audit/runs/runs.ts";
import { parseKeptSchema } from "../../registry/kept-schema.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import type { House } from "../house.ts";
import { knownSchema } from "../org/org-schema.ts";

/** The org's attributes that a kept run was checked against; for a run that kept none, what is known of its org today. */
export function schemaOfRun(house: House, kept: KeptRun): OrgSchema {
  const text = kept.schemaHash === undefined ? undefined : house.journal().loadBody(kept.schemaHash);
  const schema = text === undefined ? undefined : parseKeptSchema(text);
  return schema ?? knownSchema(house.folder, kept.beginning.org);
}
