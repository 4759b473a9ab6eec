import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AskingHouse, openAskingHouse } from "../asking-house.ts";

/** A snippet that takes one read. */
export const namesOfGroups = `import { okta } from 'okta'

export const title = 'Names of all groups'

export default async function () {
  const groups = await okta.listGroups({}).all()
  return groups.map((group) => ({ id: group.id, name: group.profile.name }))
}
`;

/** A house whose operators have SSH keys to sign approvals with. */
export interface SigningHouse extends AskingHouse {
  /** The folder with the journal's key, and with what is said of approvals on this machine. */
  readonly keys: string;
  /** The operator's private key; the public one is beside it, with `.pub`. */
  keyOf(operator: string): string;
}

/** Opens it, and makes a key for each operator. */
export async function openSigningHouse(operators: readonly string[]): Promise<SigningHouse> {
  const folder = mkdtempSync(join(tmpdir(), "attest-signing-"));
  const keys = join(folder, "keys");
  const keyOf = (operator: string): string => join(folder, operator);
  mkdirSync(keys);
  for (const one of operators) {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", one, "-f", keyOf(one)]);
  }
  const place = await openAskingHouse({ users: 30, seed: 5 }, { ATTEST_KEYS: keys });
  return {
    ...place,
    keys,
    keyOf,
    close: async () => {
      await place.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
