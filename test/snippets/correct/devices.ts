import type { CorrectSnippet } from "../correct-snippet.ts";

/** Questions about devices. */
export const devices: readonly CorrectSnippet[] = [
  {
    name: "Unmanaged devices and whose they are",
    source: `import { okta } from 'okta'

export const title = 'Unmanaged devices and their users'

export default async function () {
  const devices = await okta.listDevices({ search: 'status eq "ACTIVE"', expand: 'user' }).all()
  return devices.flatMap((device) =>
    device._embedded.users
      .filter((one) => one.managementStatus !== 'MANAGED')
      .map((one) => ({
        device: device.profile.displayName,
        platform: device.profile.platform,
        osVersion: device.profile.osVersion ?? null,
        login: one.user.profile.login,
        managementStatus: one.managementStatus ?? null,
      })),
  )
}
`,
  },
  {
    name: "Devices by platform",
    source: `import { okta } from 'okta'

export const title = 'Number of devices of each platform and encryption'

export default async function () {
  const platforms = new Map<string, { total: number; encrypted: number }>()
  for await (const { profile } of okta.listDevices()) {
    const found = platforms.get(profile.platform)
    const encrypted = profile.diskEncryptionType && profile.diskEncryptionType !== 'NONE' ? 1 : 0
    if (found) {
      found.total += 1
      found.encrypted += encrypted
    } else {
      platforms.set(profile.platform, { total: 1, encrypted })
    }
  }
  return [...platforms].map(([platform, { total, encrypted }]) => ({ platform, total, encrypted }))
}
`,
  },
  {
    name: "Active users without a device",
    source: `import { okta } from 'okta'

export const title = 'Active users without a registered device'

export default async function () {
  const devices = await okta.listDevices({ expand: 'userSummary' }).all()
  const withDevice = new Set(devices.flatMap((device) => device._embedded.users.map((one) => one.user.id)))
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all()
  return users
    .filter((user) => !withDevice.has(user.id))
    .map((user) => ({ login: user.profile.login, department: user.profile.department ?? null, status: user.status }))
}
`,
  },
  {
    name: "Devices of one user",
    source: `import { okta } from 'okta'

export const title = 'Devices of a user'
export const params = { login: 'ada@example.com' }

export default async function ({ login }: typeof params) {
  const list = await okta.listUserDevices({ userId: login }).all()
  return list.map(({ device, created }) => {
    const { displayName, platform, manufacturer, model } = device.profile
    return { displayName, platform, made: [manufacturer, model].filter((part) => part).join(' '), since: created }
  })
}
`,
  },
];
