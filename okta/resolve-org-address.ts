import { z } from "zod";
import { transportLimits } from "./delivery.ts";
import { parseOrgAddress, type OrgAddress } from "./org-address.ts";
import { sendOnce } from "./transport.ts";
import { userAgent } from "./user-agent.ts";

const metadataShape = z.object({ _links: z.object({ organization: z.object({ href: z.url() }) }) });

const answerMs = 10_000;

function parseMetadata(text: string): OrgAddress | undefined {
  try {
    const { _links: links } = metadataShape.parse(JSON.parse(text));
    return parseOrgAddress(links.organization.href);
  } catch {
    return undefined;
  }
}

/**
 * The org behind a custom domain: what stands at `/.well-known/okta-organization` there, which is public and needs no credential.
 * Only a domain of Okta's own is believed, since the credential will be sent to it. Undefined where no such org is named.
 */
export async function resolveOrgAddress(address: OrgAddress, signal: AbortSignal): Promise<OrgAddress | undefined> {
  const outgoing = {
    method: "GET",
    url: `${address.origin}/.well-known/okta-organization`,
    headers: { accept: "application/json", "user-agent": userAgent },
  };
  const delivery = await sendOnce(outgoing, { ...transportLimits, answerMs }, signal);
  if (delivery.kind === "fault" || delivery.status !== 200) return undefined;
  const resolved = parseMetadata(delivery.body.text);
  return resolved?.adminOrigin === undefined ? undefined : resolved;
}
