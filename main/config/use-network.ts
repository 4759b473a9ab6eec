import { setGlobalProxyFromEnv } from "node:http";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { useProxy } from "../../okta/wire.ts";
import type { NetworkSettings } from "./network-settings.ts";

/** Trusts certificates for the rest of this process, beside those that it trusts already. */
function trust(certificates: readonly string[]): void {
  const trusted = getCACertificates("default");
  const known = new Set(trusted.map((one) => one.trim()));
  const fresh = certificates.filter((one) => !known.has(one.trim()));
  if (fresh.length > 0) setDefaultCACertificates([...trusted, ...fresh]);
}

/**
 * Makes this process go the way to the network that the settings name, to Okta and to the model alike. It holds for the whole
 * process: a proxy and its certificates belong to the machine, not to one org.
 */
export function useNetwork({ httpsProxy, noProxy, extraCertificates }: NetworkSettings): void {
  trust(extraCertificates);
  if (httpsProxy === undefined) return;
  const proxy = httpsProxy.reveal();
  useProxy({ proxy, noProxy: noProxy ?? "" });
  // The model's client and the clouds' go by what Node itself goes by.
  setGlobalProxyFromEnv({ HTTPS_PROXY: proxy, NO_PROXY: noProxy ?? "" });
}
