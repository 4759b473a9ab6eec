import { spawnSync } from "node:child_process";

/** How `ssh-keygen` ended. */
export interface Ended {
  /** Undefined where it could not be started. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Long enough to type the passphrase of a key. */
const patienceMs = 60_000;

/** Runs OpenSSH's `ssh-keygen` on a text, without this process's environment. Never throws. */
export function sshKeygen(args: readonly string[], input: string): Ended {
  // Where it lies, and nothing else: no agent, no settings, no secret.
  const env = { PATH: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin" };
  const { status, stdout, stderr, error } = spawnSync("ssh-keygen", args, {
    input,
    env,
    encoding: "utf8",
    timeout: patienceMs,
    windowsHide: true,
  });
  return { code: error === undefined ? (status ?? undefined) : undefined, stdout, stderr };
}
