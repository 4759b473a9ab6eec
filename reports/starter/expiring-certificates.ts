// Question: Which apps' signing certificates have expired or expire within 90 days?
// Area: certificates
// Key: id, kid

// Counts: active SAML and WS-Federation apps whose certificate in use ends before the time asked for
// Traps: an app may hold further certificates that are not in use; only the one it signs with counts

import { daysAgo, each, filter, isBefore, okta } from "okta";

export const title = "Signing certificates that end soon";
export const params = { days: 90 };

const signing = ["SAML_2_0", "SAML_1_1", "WS_FEDERATION"];

export default async function ({ days }: typeof params) {
  const limit = daysAgo(-days);
  const apps = await okta.listApplications({ filter: filter`status eq "ACTIVE"` }).all();
  const signed = apps.filter((app) => app.signOnMode !== null && signing.includes(app.signOnMode));
  const rows = await each(signed, async (app) => {
    const keys = await okta.listApplicationKeys({ appId: app.id }).all();
    const used = keys.filter((key) => key.kid === app.credentials?.signing?.kid);
    return used.map((key) => ({
      id: app.id,
      label: app.label,
      status: app.status,
      signOnMode: app.signOnMode,
      kid: key.kid ?? null,
      expiresAt: key.expiresAt ?? null,
    }));
  });
  return rows.flat().filter((row) => row.expiresAt !== null && isBefore(row.expiresAt, limit));
}
