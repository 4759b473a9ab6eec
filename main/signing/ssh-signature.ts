import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Failure } from "../../terms/failure.ts";
import { sshKeygen } from "./ssh-keygen.ts";

/** What keeps a signature for this from being taken for one of anything else. */
const namespace = "attest-approval";

function unusableKey(path: string, reason: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "--sign", expected: "the file of a private SSH key" },
    {
      found: `Nothing could be signed with ${path}: ${reason}.`,
      why: "An approval that was to be signed is not given without its signature, so nothing was approved.",
      help: "Name the file of your private key after --sign, such as ~/.ssh/id_ed25519; OpenSSH 8.2 or newer is needed.",
    },
  );
}

/** Signs a text with the private SSH key in a file; gives OpenSSH's armoured signature. Throws `config/invalid`. */
export function signText(text: string, keyFile: string): string {
  const path = resolve(keyFile);
  if (!existsSync(path)) throw unusableKey(path, "there is no such file");
  const { code, stdout, stderr } = sshKeygen(["-Y", "sign", "-q", "-n", namespace, "-f", path], text);
  if (code === undefined) throw unusableKey(path, "ssh-keygen cannot be started");
  if (code !== 0 || !stdout.startsWith("-----BEGIN SSH SIGNATURE-----"))
    throw unusableKey(path, stderr.trim().split("\n").at(-1) ?? "ssh-keygen failed");
  return stdout;
}

/** What a look at a signature came to. */
export type SignatureCheck =
  /** `principal` is who the key belongs to, as the list of signers says; undefined where there is no such list. */
  | { readonly kind: "good"; readonly key: string; readonly principal: string | undefined }
  | { readonly kind: "bad"; readonly reason: string };

function withFile<T>(content: string, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "attest-signature-"));
  try {
    const path = join(folder, "signature");
    writeFileSync(path, content, { mode: 0o600 });
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findPrincipal(signature: string, signers: string): string | undefined {
  const { code, stdout } = sshKeygen(["-Y", "find-principals", "-s", signature, "-f", signers], "");
  return code === 0 ? stdout.trim().split("\n")[0] : undefined;
}

function isBy(principal: string, text: string, signature: string, signers: string): boolean {
  const args = ["-Y", "verify", "-n", namespace, "-I", principal, "-s", signature, "-f", signers];
  return sshKeygen(args, text).code === 0;
}

/**
 * Whether the signature is of that text, and of a key in `signers`, a file of allowed signers as OpenSSH has it; where there is no
 * such file any key is taken, and named. Never throws.
 */
export function checkSignature(text: string, signature: string, signers: string): SignatureCheck {
  return withFile(signature, (path) => {
    const whole = sshKeygen(["-Y", "check-novalidate", "-n", namespace, "-s", path], text);
    if (whole.code === undefined) return { kind: "bad", reason: "ssh-keygen, which checks it, cannot be started" };
    const key = /key (SHA256:\S+)/.exec(whole.stdout + whole.stderr)?.[1];
    if (whole.code !== 0 || key === undefined) return { kind: "bad", reason: "it is not of this approval" };
    if (!existsSync(signers)) return { kind: "good", key, principal: undefined };
    const principal = findPrincipal(path, signers);
    if (principal === undefined || !isBy(principal, text, path, signers))
      return { kind: "bad", reason: `its key ${key} is none of those in ${signers}` };
    return { kind: "good", key, principal };
  });
}
