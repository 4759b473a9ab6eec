import { join } from "node:path";
import type { BrokenEntry } from "../../audit/proof/verify-chains.ts";
import type { Approval } from "../../terms/approval.ts";
import { keysFolder } from "../config/journal-key-ring.ts";
import type { House } from "../house.ts";
import { checkSignature, type SignatureCheck, signText } from "./ssh-signature.ts";

/** What is signed: all that an approval says, one line each. */
function approvalText({ reviewHash, org, operator, at, how, limits }: Approval): string {
  const bounds = Object.entries(limits)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name} ${value}`);
  return ["attest approval", reviewHash, org, operator, at, how, ...bounds, ""].join("\n");
}

/** The file of allowed signers: beside the keys of journals, outside every data folder. */
function signersFile(house: House): string {
  return join(keysFolder(house.settings.keys), "allowed_signers");
}

/** The approval with its signature. Throws `config/invalid` where the key cannot be used. */
export function signApproval(approval: Approval, keyFile: string): Approval {
  return { ...approval, signature: signText(approvalText(approval), keyFile) };
}

/** Whether an approval's signature is its own, and whose; undefined for one that has none. */
export function checkSigned(house: House, approval: Approval): SignatureCheck | undefined {
  const { signature } = approval;
  return signature === undefined ? undefined : checkSignature(approvalText(approval), signature, signersFile(house));
}

/**
 * The same for the approval that a run went by: what was signed is the approval as it was given, and a run may have had other
 * limits.
 */
export function checkSignedRun(house: House, approval: Approval): SignatureCheck | undefined {
  if (approval.signature === undefined) return undefined;
  const given = house.journal().approvals.findGiven(approval.reviewHash, approval.at);
  return checkSigned(house, given ?? approval);
}

/** The signed approvals whose signatures do not hold. */
export function checkAllSigned(house: House): readonly BrokenEntry[] {
  return house
    .journal()
    .approvals.list(-1)
    .flatMap((approval) => {
      const { entry, revoked: _, ...given } = approval;
      const checked = checkSigned(house, given);
      if (checked?.kind !== "bad") return [];
      return [
        { chain: "journal", number: entry, reason: `the signature of an approval does not hold: ${checked.reason}` },
      ];
    });
}
