// Invariant 8: what changes an org, and what gives a secret away, is a finding; nothing is sent.
import { expect, test } from "vitest";
import { openAskingHouse } from "../asking-house.ts";

function snippet(call: string): string {
  return `import { okta } from 'okta'
export const title = 'More than reading'
export default async function () {
  const answer = await ${call}
  return [{ done: answer === undefined }]
}
`;
}

test.each([
  ["a change", "okta.deactivateUser({ id: '00u1' })"],
  ["what cannot be taken back", "okta.deleteUser({ id: '00u1' })"],
  ["a secret", "okta.listOAuth2ClientSecrets({ appId: '0oa1' }).all()"],
])("%s is refused by the check", async (_what, call) => {
  const place = await openAskingHouse({ users: 5, seed: 3 });
  const result = await place.run(snippet(call));
  await place.close();
  expect(result.kind === "findings" ? result.findings.map((finding) => finding.code) : result.kind).toEqual([
    "effect/not-allowed",
  ]);
});
