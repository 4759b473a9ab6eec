import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../terms/failure.ts";
import { Secret } from "../../terms/secret.ts";

/** The way from this machine to the network, by the variables that every other program goes by. */
export interface NetworkSettings {
  /** Address of the proxy that HTTPS goes through; may hold a user name and password. */
  readonly httpsProxy: Secret | undefined;
  /** Hosts that are reached without it, as `NO_PROXY` lists them. */
  readonly noProxy: string | undefined;
  /** Certificates of authorities that are trusted beside the usual ones, PEM. */
  readonly extraCertificates: readonly string[];
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Where a lower-case name and an upper-case one are both set, the lower-case one counts, as with curl. */
function valueOf(variables: Variables, name: string): string | undefined {
  const text = (variables[name.toLowerCase()] ?? variables[name])?.trim();
  return text === "" ? undefined : text;
}

function badProxy(name: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: name, expected: "a proxy's address, as http://proxy.example.com:3128" },
    {
      found: `${name} is no address of a proxy.`,
      why: "What is sent to Okta goes through it, so nothing was started.",
      help: `Set ${name} to a URL such as http://proxy.example.com:3128, with user:password@ in it where the proxy asks for them.`,
    },
  );
}

function proxyOf(variables: Variables): Secret | undefined {
  const forHttps = valueOf(variables, "HTTPS_PROXY");
  // A proxy that is named for HTTP alone is taken for HTTPS too, as most programs do.
  const text = forHttps ?? valueOf(variables, "HTTP_PROXY");
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") {
    throw badProxy(forHttps === undefined ? "HTTP_PROXY" : "HTTPS_PROXY");
  }
  return new Secret(text);
}

function badCertificates(path: string, found: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "NODE_EXTRA_CA_CERTS", expected: "a file with certificates (PEM)" },
    {
      found,
      why: "Without it the proxy or org that it vouches for would not be trusted, so nothing was started.",
      help: `Set NODE_EXTRA_CA_CERTS to a file with one or more certificates (PEM), in place of ${path}.`,
    },
  );
}

/** The certificates in a file of PEM blocks. Throws `config/invalid`. */
function readCertificates(path: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw badCertificates(path, `The file of extra certificates ${path} cannot be read.`);
  }
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  try {
    for (const block of blocks) new X509Certificate(block);
  } catch {
    throw badCertificates(path, `${path} holds a certificate that cannot be read.`);
  }
  if (blocks.length === 0) throw badCertificates(path, `There is no certificate (PEM) in ${path}.`);
  return blocks;
}

/**
 * The proxy and the certificates that the variables name; `folder` is what a relative path starts from. Throws `config/invalid` for
 * a proxy that is no address and for a file without certificates.
 */
export function networkSettings(variables: Variables, folder: string): NetworkSettings {
  const file = valueOf(variables, "NODE_EXTRA_CA_CERTS");
  return {
    httpsProxy: proxyOf(variables),
    noProxy: valueOf(variables, "NO_PROXY"),
    extraCertificates: file === undefined ? [] : readCertificates(resolve(folder, file)),
  };
}

/** Takes proxies whose address holds a password out of the environment: what is started from here inherits none. */
export function takeProxySecrets(environment: NodeJS.ProcessEnv): void {
  for (const name of ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"]) {
    if (URL.parse(environment[name] ?? "")?.password) delete environment[name];
  }
}
