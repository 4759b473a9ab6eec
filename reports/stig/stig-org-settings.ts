// Question: Do log streams, authenticators, zones and API tokens keep to the STIG for Okta IDaaS?
// Area: stig
// Key: check, subject

// Counts: V-273202, V-273204, V-273205, V-279689 and V-279692; what no API tells is listed as not checkable, with where to look
// Traps: a log may also be fetched by a SIEM through the API, which leaves no stream: then V-273202 is met another way

import { okta } from "okta";

export const title = "STIG: log streams, authenticators, zones and tokens";

export default async function () {
  const streams = await okta.listLogStreams().all();
  const authenticators = await okta.listAuthenticators().all();
  const zones = await okta.listNetworkZones().all();
  const tokens = await okta.listApiTokens().all();
  const live = streams.filter((one) => one.status === "ACTIVE");
  const card = authenticators.filter((one) => one.key === "smart_card_idp" && one.status === "ACTIVE");
  const proxies = zones.filter(
    (one) =>
      one.status === "ACTIVE" &&
      one.usage === "BLOCKLIST" &&
      one.type === "DYNAMIC_V2" &&
      (one.ipServiceCategories?.include ?? []).length > 0,
  );
  const verify = authenticators.find((one) => one.key === "okta_verify");
  const fips = verify?.key === "okta_verify" ? (verify.settings?.compliance?.fips ?? "not said") : "not said";
  const outside = "Look in the admin console";
  const checks = [
    {
      check: "V-273202",
      subject: "log streams",
      found: String(live.length),
      result: live.length > 0 ? "pass" : "fail",
    },
    { check: "V-273204", subject: "smart card", found: String(card.length), result: card.length > 0 ? "pass" : "fail" },
    { check: "V-273205", subject: "Okta Verify, FIPS", found: fips, result: fips === "REQUIRED" ? "pass" : "fail" },
    {
      check: "V-279692",
      subject: "zones that block anonymizers",
      found: String(proxies.length),
      result: proxies.length > 0 ? "pass" : "fail",
    },
    { check: "V-273187", subject: "idle time of the admin console", found: outside, result: "not checkable" },
    { check: "V-273188", subject: "automation for inactive users", found: outside, result: "not checkable" },
    { check: "V-273192", subject: "notice before the sign-in", found: outside, result: "not checkable" },
    { check: "V-273207", subject: "certificate authorities", found: outside, result: "not checkable" },
    { check: "V-279690", subject: "accounts that own API tokens", found: outside, result: "not checkable" },
  ];
  const byToken = tokens.map((token) => ({
    check: "V-279689",
    subject: `token ${token.name}`,
    found: token.network?.connection ?? "not said",
    result: token.network?.connection === "ZONE" ? "pass" : "fail",
  }));
  return [...checks, ...byToken];
}
