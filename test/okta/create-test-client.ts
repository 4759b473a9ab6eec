import { createOktaClient, type OktaClient, type OktaClientOptions, type OktaRead } from "../../okta/client.ts";
import { createSswsCredential } from "../../okta/credentials/ssws.ts";
import { parseOrgAddress } from "../../okta/org-address.ts";
import { createOrgLine } from "../../okta/org-line.ts";
import { Secret } from "../../terms/secret.ts";
import { createSkippingClock } from "./clocks.ts";

/** The token of every test: it must turn up nowhere but in the header. */
export const testToken = "00secret-token-of-the-tests";

/** A client whose waits take no time and whose jitter is none. */
export function createTestClient(origin: string, options: Partial<OktaClientOptions> = {}): OktaClient {
  return createOktaClient({
    address: parseOrgAddress(origin),
    credential: createSswsCredential(new Secret(testToken)),
    line: createOrgLine({ concurrency: 8, reserve: 0 }, createSkippingClock()),
    random: () => 0.5,
    ...options,
  });
}

/** Reads a list to its end or to what ends it. */
export async function walk(
  client: OktaClient,
  operationId: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly items: readonly unknown[]; readonly last: OktaRead; readonly pages: number }> {
  const { signal } = new AbortController();
  const items: unknown[] = [];
  let cursor: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const last = await client.read({ operationId, parameters, ...(cursor === undefined ? {} : { cursor }) }, signal);
    if (last.kind !== "response") return { items, last, pages };
    const body: unknown = JSON.parse(last.text);
    if (Array.isArray(body)) items.push(...body);
    else if (typeof body === "object" && body !== null) {
      for (const value of Object.values(body)) if (Array.isArray(value)) items.push(...value);
    }
    if (last.cursor === undefined) return { items, last, pages };
    cursor = last.cursor;
  }
}
