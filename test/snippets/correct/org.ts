import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about everything that an org configures beside these. */
export const org: readonly CorrectSnippet[] = [
  {
    name: "Event hooks and inline hooks",
    source: `import { okta } from 'okta'

export const title = 'Hooks and where they call'

export default async function () {
  const eventHooks = await okta.listEventHooks().all()
  const inlineHooks = await okta.listInlineHooks().all()
  return [
    ...eventHooks.map((hook) => ({ name: hook.name, kind: 'event', status: hook.status, uri: hook.channel.config.uri })),
    ...inlineHooks.map((hook) => ({ name: hook.name, kind: 'inline', status: hook.status, uri: null })),
  ]
}
`,
  },
  {
    name: "Log streams",
    source: `import { okta } from 'okta'

export const title = 'Where the log is streamed to'

export default async function () {
  const streams = await okta.listLogStreams({ filter: 'status eq "ACTIVE"' }).all()
  return streams.map((stream) => ({
    name: stream.name,
    type: stream.type,
    status: stream.status,
    to: (stream.type === 'aws_eventbridge' ? stream.settings.region : stream.settings.host) ?? null,
  }))
}
`,
  },
  {
    name: "Features that are on, with what they need",
    source: `import { okta, each } from 'okta'

export const title = 'Early access features that are switched on'

export default async function () {
  const features = await okta.listFeatures().all()
  const on = features.filter((feature) => feature.status === 'ENABLED' && feature.stage?.value === 'EA')
  return each(on, async (feature) => {
    const dependencies = await okta.listFeatureDependencies({ featureId: feature.id }).all()
    return {
      feature: feature.name,
      state: feature.stage?.state ?? null,
      needs: dependencies.map((one) => one.name),
      allOn: dependencies.every((one) => one.status === 'ENABLED'),
    }
  })
}
`,
  },
  {
    name: "Brands and their domains",
    source: `import { okta, each } from 'okta'

export const title = 'Brands, their domains and certificates'

export default async function () {
  const brands = await okta.listBrands().all()
  const domains = await okta.listCustomDomains().all()
  return brands.flatMap((brand) => {
    const own = domains.filter((domain) => domain.brandId === brand.id)
    const orNone = own.length > 0 ? own : [undefined]
    return orNone.map((domain) => ({
      brand: brand.name,
      domain: domain?.domain ?? null,
      status: domain?.validationStatus ?? null,
      certificateEnds: domain?.publicCertificate?.expiration ?? null,
    }))
  })
}
`,
  },
  {
    name: "E-mail templates that were changed",
    source: `import { okta, each } from 'okta'

export const title = 'E-mail templates with changes, by brand'

export default async function () {
  const brands = await okta.listBrands({}).all()
  const nested = await each(brands, async (brand) => {
    const templates = await okta.listEmailTemplates({ brandId: brand.id, expand: 'customizationCount' }).all()
    return templates
      .filter((template) => template._embedded.customizationCount > 0)
      .map((template) => ({ brand: brand.name, template: template.name, languages: template._embedded.customizationCount }))
  })
  return nested.flat()
}
`,
  },
  {
    name: "Realms and their people",
    source: `import { okta } from 'okta'

export const title = 'Users by realm'

export default async function () {
  const realms = await okta.listRealms().all()
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  const perRealm = new Map<string, number>()
  for (const { realmId } of users) if (realmId) perRealm.set(realmId, (perRealm.get(realmId) ?? 0) + 1)
  return realms.map(({ id, profile, isDefault }) => ({
    realm: profile.name,
    kind: profile.realmType ?? 'DEFAULT',
    isDefault: isDefault === true,
    activeUsers: perRealm.get(id) ?? 0,
  }))
}
`,
  },
  {
    name: "Realm assignments in order",
    source: `import { okta } from 'okta'

export const title = 'Realm assignments by priority'

export default async function () {
  const assignments = [...(await okta.listRealmAssignments().all())]
  assignments.sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
  return assignments.map((one, index) => ({
    place: index + 1,
    name: one.name,
    status: one.status,
    domains: [...(one.domains ?? [])],
  }))
}
`,
  },
  {
    name: "Risky trusted origins",
    source: `import { okta } from 'okta'

export const title = 'Trusted origins without HTTPS'

const isRisky = (origin: string): boolean => /^http:/.test(origin) || origin.includes('*') || origin.includes('localhost')

export default async function () {
  const origins = await okta.listTrustedOrigins().all()
  return origins
    .filter(({ origin, status }) => status === 'ACTIVE' && isRisky(origin))
    .map(({ name, origin, scopes, lastUpdated }) => ({
      name,
      origin,
      scopes: scopes.map((scope) => scope.type ?? 'unknown'),
      lastUpdated,
    }))
}
`,
  },
  {
    name: "Directory agents that are not well",
    source: `import { okta } from 'okta'

export const title = 'Directory agents that are down or old'

export default async function () {
  const pools = await okta.listAgentPools().all()
  return pools.flatMap((pool) =>
    pool.agents
      .filter((agent) => agent.operationalStatus !== 'OPERATIONAL' || agent.isLatestGAedVersion === false)
      .map((agent) => ({
        pool: pool.name,
        agent: agent.name,
        type: agent.type,
        version: agent.version,
        status: agent.operationalStatus,
        lastConnection: agent.lastConnection ? new Date(agent.lastConnection).toISOString() : null,
      })),
  )
}
`,
  },
  {
    name: "The org in one row",
    source: `import { okta } from 'okta'

export const title = 'The org, its support access and threat protection'

export default async function () {
  const [org, support, threats] = await Promise.all([
    okta.getOrgSettings(),
    okta.getOrgOktaSupportSettings(),
    okta.getCurrentConfiguration(),
  ])
  return [
    {
      company: org.companyName,
      subdomain: org.subdomain,
      status: org.status,
      supportAccess: support.support ?? null,
      supportUntil: support.expiration ?? null,
      threatInsight: threats.action,
      exemptZones: threats.excludeZones?.length ?? 0,
    },
  ]
}
`,
  },
];
