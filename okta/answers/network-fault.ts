/** Why no whole answer came. */
type FaultKind =
  /** The host name is not known. */
  | "no-such-host"
  /** Nobody listens there, or there is no way there. */
  | "refused"
  /** The proxy asks who we are. */
  | "proxy-login"
  | "tls"
  /** The connection was lost before an answer began. */
  | "lost"
  | "timed-out"
  /** The answer ended early. */
  | "cut-off"
  | "too-large"
  /** What came back is not HTTP. */
  | "garbled"
  /** We stopped it. */
  | "cancelled";

/** No whole answer came, and why. The reason is our own text: an error's message may quote what was sent. */
export interface NetworkFault {
  readonly kind: FaultKind;
  readonly reason: string;
}

const byCode: Readonly<Record<string, NetworkFault>> = {
  ENOTFOUND: { kind: "no-such-host", reason: "the host name is not known" },
  EAI_AGAIN: { kind: "lost", reason: "the host name could not be looked up" },
  ECONNREFUSED: { kind: "refused", reason: "the connection was refused" },
  EHOSTUNREACH: { kind: "refused", reason: "there is no route to the host" },
  ENETUNREACH: { kind: "refused", reason: "there is no network" },
  ECONNRESET: { kind: "lost", reason: "the connection was reset" },
  EPIPE: { kind: "lost", reason: "the connection was closed" },
  UND_ERR_SOCKET: { kind: "lost", reason: "the connection was closed" },
  ETIMEDOUT: { kind: "timed-out", reason: "the connection timed out" },
  UND_ERR_CONNECT_TIMEOUT: { kind: "timed-out", reason: "the connection timed out" },
  UND_ERR_HEADERS_TIMEOUT: { kind: "timed-out", reason: "no answer came in time" },
  UND_ERR_BODY_TIMEOUT: { kind: "timed-out", reason: "the answer stopped coming" },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { kind: "cut-off", reason: "the answer has another length than announced" },
  UND_ERR_PRX_CONN: { kind: "refused", reason: "the proxy could not be reached" },
  UND_ERR_PRX_TLS: { kind: "tls", reason: "the proxy's certificate was not accepted" },
  EPROTO: { kind: "tls", reason: "the other side does not speak TLS" },
};

const tlsCode = /^(CERT_|ERR_TLS|ERR_SSL|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|HOSTNAME_MISMATCH)/;

/** Codes of an error and its causes, the outermost first; the HTTP parser gives its errors a name alone. */
function codesOf(error: unknown): readonly string[] {
  const codes: string[] = [];
  for (let one = error, depth = 0; typeof one === "object" && one !== null && depth < 8; depth += 1) {
    if ("code" in one && typeof one.code === "string") codes.push(one.code);
    if ("name" in one && one.name === "HTTPParserError") codes.push("HPE_PARSER");
    one = "cause" in one ? one.cause : undefined;
  }
  return codes;
}

/** What a proxy answered that let nothing through; its number is all that is taken of the error's text. */
function proxyFault(error: unknown): NetworkFault {
  const [, status] = /^Proxy response \((\d{3})\)/.exec(error instanceof Error ? error.message : "") ?? [];
  if (status === "407") return { kind: "proxy-login", reason: "the proxy asks for a user name and password (407)" };
  return { kind: "refused", reason: `the proxy did not let it through${status === undefined ? "" : ` (${status})`}` };
}

/** What an error of the HTTP client means. `began`: the status line had arrived. */
export function faultOf(error: unknown, began: boolean): NetworkFault {
  for (const code of codesOf(error).toReversed()) {
    if (tlsCode.test(code)) return { kind: "tls", reason: `its certificate was not accepted (${code})` };
    if (code === "UND_ERR_ABORTED") return proxyFault(error);
    if (code.startsWith("HPE_")) return { kind: "garbled", reason: "the answer is not HTTP" };
    const known = byCode[code];
    if (known !== undefined) return began && known.kind === "lost" ? { ...known, kind: "cut-off" } : known;
  }
  return began
    ? { kind: "cut-off", reason: "the answer ended early" }
    : { kind: "lost", reason: "the connection failed" };
}
