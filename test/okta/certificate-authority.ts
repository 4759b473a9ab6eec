// The certificate library injects its parts by metadata, and leaves it to its user to load what keeps them.
import "reflect-metadata";
import * as x509 from "@peculiar/x509";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** An authority of a test's own, and what a server at `localhost` proves itself with; all PEM. */
export interface CertificateAuthority {
  readonly certificate: string;
  readonly server: { readonly key: string; readonly cert: string };
}

async function privatePem(key: CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey("pkcs8", key)).toString("base64");
  return `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`;
}

/** Makes an authority that nobody knows, and a certificate of `localhost` that it vouches for. */
export async function makeCertificateAuthority(): Promise<CertificateAuthority> {
  const keysOf = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const [authorityKeys, serverKeys] = await Promise.all([keysOf(), keysOf()]);
  const span = { notBefore: new Date(Date.now() - 86_400_000), notAfter: new Date(Date.now() + 86_400_000) };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=A test's authority",
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
    ...span,
  });
  const server = await x509.X509CertificateGenerator.create({
    subject: "CN=localhost",
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: "dns", value: "localhost" }])],
    ...span,
  });
  return {
    certificate: authority.toString("pem"),
    server: { key: await privatePem(serverKeys.privateKey), cert: server.toString("pem") },
  };
}
