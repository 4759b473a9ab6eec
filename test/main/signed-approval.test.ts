// Approvals that are signed with an SSH key, by OpenSSH's own program.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderRunRecord } from "../../cli/render/render-journal.ts";
import { approve } from "../../main/approve.ts";
import { showJournal, verifyJournal } from "../../main/journal.ts";
import { run } from "../../main/run.ts";
import { checkSigned } from "../../main/signing/signed-approval.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse } from "../asking-house.ts";

const source = `import { okta } from 'okta'

export const title = 'Names of all groups'

export default async function () {
  const groups = await okta.listGroups({}).all()
  return groups.map((group) => ({ id: group.id, name: group.profile.name }))
}
`;

let place: AskingHouse;
let folder: string;
let hash: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-signing-"));
  mkdirSync(join(folder, "keys"));
  for (const name of ["ines", "omar"])
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", join(folder, name)]);
  place = await openAskingHouse({ users: 30, seed: 5 }, { ATTEST_KEYS: join(folder, "keys") });
  const asked = await run(place.house, { source, parameters: {} }, { ...silentFront, yes: false });
  hash = asked.kind === "waiting" ? asked.review.reviewHash : "";
});
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Has the key of one of the two as the only one that is allowed. */
function allow(name: string): void {
  const key = readFileSync(join(folder, `${name}.pub`), "utf8");
  writeFileSync(join(folder, "keys", "allowed_signers"), `${name}@acme.com ${key}`);
}

const fingerprint = expect.stringMatching(/^SHA256:\S{43}$/);

test("a signed approval is held against the allowed signers, shown with its run, and verified with the journal", async () => {
  const { house } = place;
  const approval = await approve(house, hash, join(folder, "ines"));
  const unlisted = checkSigned(house, approval);
  allow("ines");
  await run(house, { source, parameters: {} }, { ...silentFront, yes: false });
  const shown = showJournal(house, "last");
  const whole = verifyJournal(house, true).broken;
  allow("omar");
  const [notAllowed] = verifyJournal(house, true).broken;
  expect({
    unlisted,
    shown: shown.signature,
    said: renderRunRecord(shown).includes("of ines@acme.com), review"),
    whole,
    notAllowed: notAllowed?.reason.includes("is none of those in"),
    changed: checkSigned(house, { ...approval, operator: "somebody else" }),
  }).toEqual({
    unlisted: { kind: "good", key: fingerprint, principal: undefined },
    shown: { kind: "good", key: fingerprint, principal: "ines@acme.com" },
    said: true,
    whole: [],
    notAllowed: true,
    changed: { kind: "bad", reason: "it is not of this approval" },
  });
});

test("a key that cannot be used is named, and nothing is approved", async () => {
  const { house } = place;
  const before = house.journal().approvals.list(-1).length;
  writeFileSync(join(folder, "no-key"), "this is no key\n", { mode: 0o600 });
  await expect(approve(house, hash, join(folder, "none"))).rejects.toThrow("there is no such file");
  await expect(approve(house, hash, join(folder, "no-key"))).rejects.toThrow("Nothing could be signed with");
  expect(house.journal().approvals.list(-1).length).toBe(before);
});
