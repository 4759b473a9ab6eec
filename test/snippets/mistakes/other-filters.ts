import type { MistakenSnippet } from "../mistaken-snippet.ts";

/** Filters over apps, devices, events and zones that Okta refuses or answers wrongly. */
export const otherFilters: readonly MistakenSnippet[] = [
  {
    name: "an apps filter by sign-on mode",
    source: `import { okta } from 'okta'

export const title = 'SAML apps'

export default async function () {
  const all = await okta.listApplications({ filter: 'signOnMode eq "SAML_2_0"' }).all()
  return all.map((one) => ({ app: one.label }))
}
`,
    line: 6,
  },
  {
    name: "an apps filter by label",
    source: `import { okta, filter } from 'okta'

export const title = 'One app'
export const params = { app: 'GitHub' }

export default async function ({ app }: typeof params) {
  const all = await okta.listApplications({ filter: filter\`label eq \${app}\` }).all()
  return all.map((one) => ({ app: one.label }))
}
`,
    line: 7,
  },
  {
    name: "an apps filter of two conditions",
    source: `import { okta } from 'okta'

export const title = 'Own OIDC apps'

export default async function () {
  const all = await okta.listApplications({ filter: 'status eq "ACTIVE" and name eq "oidc_client"' }).all()
  return all.map((one) => ({ app: one.label }))
}
`,
    line: 6,
  },
  {
    name: "an apps filter with starts-with",
    source: `import { okta } from 'okta'

export const title = 'Salesforce'

export default async function () {
  const all = await okta.listApplications({ filter: 'name sw "salesforce"' }).all()
  return all.map((one) => ({ app: one.label }))
}
`,
    line: 6,
  },
  {
    name: "a devices search by management",
    source: `import { okta } from 'okta'

export const title = 'Managed devices'

export default async function () {
  const all = await okta.listDevices({ search: 'managementStatus eq "MANAGED"' }).all()
  return all.map((one) => ({ device: one.profile.displayName }))
}
`,
    line: 6,
  },
  {
    name: "a devices search with contains on the platform",
    source: `import { okta } from 'okta'

export const title = 'Windows'

export default async function () {
  const all = await okta.listDevices({ search: 'profile.platform co "WIN"' }).all()
  return all.map((one) => ({ device: one.profile.displayName }))
}
`,
    line: 6,
  },
  {
    name: "a devices search with ends-with",
    source: `import { okta } from 'okta'

export const title = 'Laptops'

export default async function () {
  const all = await okta.listDevices({ search: 'profile.displayName ew "-LT"' }).all()
  return all.map((one) => ({ device: one.profile.displayName }))
}
`,
    line: 6,
  },
  {
    name: "an event type that does not exist in a log filter",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Sign-ins'

export default async function () {
  const events = await okta
    .listLogEvents({
      since: daysAgo(7),
      until: now(),
      filter: 'eventType eq "user.session.login"',
    })
    .all()
  return events.map((event) => ({ at: event.published }))
}
`,
    line: 10,
  },
  {
    name: "an event type of group rules that does not exist",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Group rules'

export default async function () {
  const events = await okta
    .listLogEvents({
      since: daysAgo(7),
      until: now(),
      filter: 'eventType eq "user.session.start" or eventType eq "group.rule.deactivate"',
    })
    .all()
  return events.map((event) => ({ at: event.published }))
}
`,
    line: 10,
  },
  {
    name: "the date of an event in a log filter",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Events'

export default async function () {
  const events = await okta
    .listLogEvents({
      since: daysAgo(7),
      until: now(),
      filter: 'published gt "2026-01-01T00:00:00.000Z"',
    })
    .all()
  return events.map((event) => ({ at: event.published }))
}
`,
    line: 10,
  },
  {
    name: "a log filter by an attribute that does not exist",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Events of one person'

export default async function () {
  const events = await okta
    .listLogEvents({
      since: daysAgo(7),
      until: now(),
      filter: 'actor.email eq "ada@example.com"',
    })
    .all()
  return events.map((event) => ({ at: event.published }))
}
`,
    line: 10,
  },
  {
    name: "a log filter with an operator of SQL",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Sign-ins by people of a domain'

export default async function () {
  const events = await okta
    .listLogEvents({
      since: daysAgo(7),
      until: now(),
      filter: 'actor.alternateId like "%@example.com"',
    })
    .all()
  return events.map((event) => ({ at: event.published }))
}
`,
    line: 10,
  },
  {
    name: "contains on the address of a request",
    source: `import { okta, now, daysAgo } from 'okta'

export const title = 'Requests'

export default async function () {
  const events = await okta
    .listLogEvents({
      since: daysAgo(7),
      until: now(),
      filter: 'debugContext.debugData.requestUri co "/token"',
    })
    .all()
  return events.map((event) => ({ at: event.published }))
}
`,
    line: 10,
  },
  {
    name: "a zones filter by name",
    source: `import { okta } from 'okta'

export const title = 'One zone'

export default async function () {
  const all = await okta.listNetworkZones({ filter: 'name eq "Office"' }).all()
  return all.map((one) => ({ zone: one.name }))
}
`,
    line: 6,
  },
  {
    name: "a zones filter with starts-with",
    source: `import { okta } from 'okta'

export const title = 'Blocked zones'

export default async function () {
  const all = await okta.listNetworkZones({ filter: 'usage sw "BLOCK"' }).all()
  return all.map((one) => ({ zone: one.name }))
}
`,
    line: 6,
  },
];
