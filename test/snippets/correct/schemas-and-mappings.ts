import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about attributes: which there are, what fills them, and how users relate. */
export const schemasAndMappings: readonly CorrectSnippet[] = [
  {
    name: "Mappings that push an attribute",
    source: `import { okta, each } from 'okta'

export const title = 'Profile mappings that write the department'

export default async function () {
  const mappings = await okta.listProfileMappings().all()
  const details = await each(mappings, ({ id }) => okta.getProfileMapping({ mappingId: id }))
  const rows = []
  for (const mapping of details) {
    const property = mapping.properties?.['department']
    if (!property?.expression) continue
    rows.push({
      from: mapping.source?.name ?? null,
      to: mapping.target?.name ?? null,
      expression: property.expression,
      pushed: property.pushStatus === 'PUSH',
    })
  }
  return rows
}
`,
  },
  {
    name: "All mapped attributes, by Object.entries",
    source: `import { okta, each } from 'okta'

export const title = 'Attribute mappings into Okta'

export default async function () {
  const mappings = (await okta.listProfileMappings().all()).filter((mapping) => mapping.target?.type === 'user')
  const details = await each(mappings, (mapping) => okta.getProfileMapping({ mappingId: mapping.id }))
  return details.flatMap((mapping) =>
    Object.entries(mapping.properties ?? {}).map(([attribute, { expression, pushStatus }]) => ({
      source: mapping.source?.name ?? '',
      attribute,
      expression: expression ?? '',
      pushStatus: pushStatus ?? null,
    })),
  )
}
`,
  },
  {
    name: "Custom attributes of the user schema",
    source: `import { okta } from 'okta'

export const title = 'Custom attributes of users'

export default async function () {
  const schema = await okta.getUserSchema({ schemaId: 'default' })
  const custom = schema.definitions.custom?.properties ?? {}
  return Object.entries(custom).map(([name, attribute]) => ({
    name,
    title: attribute.title ?? name,
    type: attribute.type ?? null,
    required: attribute.required ?? false,
    values: (attribute.enum ?? []).map((value) => String(value)),
  }))
}
`,
  },
  {
    name: "Relations between users",
    source: `import { okta, each } from 'okta'

export const title = 'Relations that the org defines between users'

export default async function () {
  const definitions = await okta.listLinkedObjectDefinitions().all()
  return definitions.map(({ primary, associated }) => ({
    primary: primary.title ?? primary.name ?? null,
    associated: associated.title ?? associated.name ?? null,
  }))
}
`,
  },
];
