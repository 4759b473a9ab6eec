import { Failure, type FailureDescription } from "../../terms/failure.ts";
import { cancelledFailure } from "./cancelled-failure.ts";
import type { NetworkFault } from "./network-fault.ts";

const notShort = "A read that got no answer would leave rows out, so the run ends here.";

function helpFor(fault: NetworkFault, host: string): string {
  switch (fault.kind) {
    case "no-such-host":
      return `Check OKTA_DOMAIN (${host}): it is the host in the browser's bar when you are signed in, without "-admin".`;
    case "refused":
      return `Check that ${host} is right and reachable from here: VPN, firewall, or HTTPS_PROXY. An emulator has to be running.`;
    case "proxy-login":
      return "Write them into HTTPS_PROXY, as http://user:password@proxy.example.com:3128.";
    case "tls":
      return "If a proxy here inspects traffic, give its certificate to Node with NODE_EXTRA_CA_CERTS. Else the address is wrong.";
    case "lost":
    case "cut-off":
    case "garbled":
    case "timed-out":
    case "too-large":
    case "cancelled":
      return "Run it again; if it stays so, see status.okta.com and the network between here and there.";
  }
}

/** What a read that got no whole answer is reported as. */
export function networkFailure(
  fault: NetworkFault,
  about: { readonly operationId: string; readonly origin: string; readonly tries: number; readonly elapsedMs: number },
): FailureDescription {
  const { operationId, origin } = about;
  const { host } = new URL(origin);
  const after = about.tries > 1 ? ` after ${about.tries} tries` : "";
  const text = { found: `${operationId}: ${host} could not be read${after}: ${fault.reason}.`, why: notShort };
  switch (fault.kind) {
    case "cancelled":
      return cancelledFailure(operationId);
    case "timed-out":
      return new Failure(
        "okta/timed-out",
        { operationId, afterMs: Math.round(about.elapsedMs) },
        { ...text, help: helpFor(fault, host) },
      ).describe();
    case "cut-off":
    case "too-large":
    case "garbled":
      return new Failure(
        "okta/unreadable",
        { operationId, status: 0, reason: fault.reason },
        { ...text, help: helpFor(fault, host) },
      ).describe();
    case "no-such-host":
    case "refused":
    case "proxy-login":
    case "tls":
    case "lost":
      return new Failure(
        "okta/unreachable",
        { operationId, origin, reason: fault.reason },
        { ...text, help: helpFor(fault, host) },
      ).describe();
  }
}
