import { Failure } from "../terms/failure.ts";
import { isLoopback } from "../terms/is-loopback.ts";

/** Where an org is. */
export interface OrgAddress {
  /** `https://acme.okta.com`, without a trailing slash. Every request goes here. */
  readonly origin: string;
  /** The same org under its admin host, which Okta writes into some links; undefined where it cannot be told from the name. */
  readonly adminOrigin: string | undefined;
}

const oktaDomain = /^([a-z0-9][a-z0-9-]*)\.(okta|oktapreview|okta-emea|okta-gov|okta\.mil|trexcloud)\.(?:com|mil)$/;

/** Hosts of Okta itself, which people paste from a help page. */
const notAnOrg = new Set(["www", "developer", "help", "support", "login", "status", "trust"]);
const bareDomain = /^(okta|oktapreview|okta-emea|okta-gov|trexcloud)\.(com|mil)$/;

const hostName = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

function invalid(found: string, help: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "OKTA_DOMAIN", expected: "an org's address, as acme.okta.com" },
    { found, why: "The token is sent to this address, so it is not guessed at.", help },
  );
}

function toUrl(text: string): URL {
  const bare = text
    .trim()
    .replace(/^["'<\s]+|["'>.,;\s]+$/g, "")
    .replace(/^(https?):\/*/i, "$1://");
  const schemed = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare);
  const authority = bare.split(/[/?#]/, 1)[0] ?? "";
  const scheme = isLoopback(authority.replace(/:\d+$/, "").toLowerCase()) ? "http" : "https";
  try {
    const url = new URL(schemed ? bare : `${scheme}://${bare}`);
    // "acme.okta.com." is the same host, written in full.
    url.hostname = url.hostname.replace(/[.]+$/, "");
    return url;
  } catch {
    throw invalid("OKTA_DOMAIN is no address.", "Set it to the org's address, as acme.okta.com.");
  }
}

function checkScheme(url: URL): void {
  if (url.protocol === "https:") return;
  if (url.protocol === "http:" && isLoopback(url.hostname)) return;
  throw invalid(
    `OKTA_DOMAIN begins with ${url.protocol}//, which would send the token unencrypted or nowhere.`,
    "Use https://, or leave the scheme out; http:// is for an emulator on this machine alone.",
  );
}

function checkHost(url: URL, label: string | undefined): void {
  if (url.username !== "" || url.password !== "") {
    throw invalid(
      "OKTA_DOMAIN holds a user name or password.",
      "Set the address alone; the token has its own setting, OKTA_API_TOKEN.",
    );
  }
  const isPlausible = isLoopback(url.hostname) || url.hostname.startsWith("[") || url.hostname.includes(".");
  if (!isPlausible) {
    throw invalid(`"${url.hostname}" is not a whole host name.`, `Write it in full, as ${url.hostname}.okta.com.`);
  }
  if (!url.hostname.startsWith("[") && !hostName.test(url.hostname)) {
    throw invalid(
      `"${url.hostname}" is no host name.`,
      "Set one address, as acme.okta.com; several orgs are added with attest org add.",
    );
  }
  if (bareDomain.test(url.hostname) || (label !== undefined && notAnOrg.has(label))) {
    throw invalid(
      `${url.hostname} is a site of Okta's, not an org.`,
      "Set the address in your browser's bar when you are signed in to the admin console, as acme.okta.com.",
    );
  }
}

/**
 * What people paste, as an address: `acme.okta.com`, a URL with or without a path, the `-admin` host of the console, a custom
 * domain. `http://` is for this machine only. Throws `config/invalid`.
 */
export function parseOrgAddress(text: string): OrgAddress {
  const url = toUrl(text);
  checkScheme(url);
  const match = oktaDomain.exec(url.hostname);
  const label = match?.[1]?.replace(/-admin$/, "");
  checkHost(url, label);
  if (label === undefined) return { origin: url.origin, adminOrigin: undefined };
  const rest = url.host.slice((match?.[1] ?? "").length);
  return { origin: `https://${label}${rest}`, adminOrigin: `https://${label}-admin${rest}` };
}
