// Approvals that are signed with an SSH key, by OpenSSH's own program.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderRunRecord } from "../../cli/render/render-journal.ts";
import { approve } from "../../main/approve.ts";
import { showJournal, verifyJournal } from "../../main/journal.ts";
import { run } from "../../main/run.ts";
import { checkSigned } from "../../main/signing/signed-approval.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { namesOfGroups, openSigningHouse, type SigningHouse } from "./signing-house.ts";

let place: SigningHouse;
let hash: string;
beforeAll(async () => {
  place = await openSigningHouse(["ines", "omar"]);
  const asked = await run(place.house, { source: namesOfGroups, parameters: {} }, { ...silentFront, yes: false });
  hash = asked.kind === "waiting" ? asked.review.reviewHash : "";
});
afterAll(() => place.close());

/** Has the key of one of the two as the only one that is allowed. */
function allow(name: string): void {
  const key = readFileSync(`${place.keyOf(name)}.pub`, "utf8");
  writeFileSync(join(place.keys, "allowed_signers"), `${name}@acme.com ${key}`);
}

const fingerprint = expect.stringMatching(/^SHA256:\S{43}$/);

test("a signed approval is held against the allowed signers, shown with its run, and verified with the journal", async () => {
  const { house } = place;
  const approval = await approve(house, hash, place.keyOf("ines"));
  const unlisted = checkSigned(house, approval);
  allow("ines");
  await run(house, { source: namesOfGroups, parameters: {} }, { ...silentFront, yes: false });
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
  writeFileSync(place.keyOf("no-key"), "this is no key\n", { mode: 0o600 });
  await expect(approve(house, hash, place.keyOf("none"))).rejects.toThrow("there is no such file");
  await expect(approve(house, hash, place.keyOf("no-key"))).rejects.toThrow("Nothing could be signed with");
  expect(house.journal().approvals.list(-1).length).toBe(before);
});
