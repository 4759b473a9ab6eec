// Invariant 2: an approval binds one review on one org. Silence approves nothing, and a changed text is another review.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { approve } from "../../main/approve.ts";
import type { Front } from "../../main/front.ts";
import { openHouse } from "../../main/house.ts";
import { run } from "../../main/run.ts";

const source = `import { okta } from 'okta'
export const title = 'Groups'
export default async function () {
  const groups = await okta.listGroups({}).all()
  return groups.map((group) => ({ id: group.id, name: group.profile.name ?? null }))
}
`;

/** Nobody is there, and nobody said yes beforehand. */
const silent: Front = {
  decide: undefined,
  allowLookUp: undefined,
  onProgress: () => undefined,
  yes: false,
  signal: new AbortController().signal,
};

test("silence approves nothing, and an approval covers neither another text nor another org", async () => {
  const seen: string[] = [];
  const org = createServer((request, answer) => {
    seen.push(request.url ?? "");
    answer.writeHead(200, { "content-type": "application/json" }).end("[]");
  });
  await new Promise<void>((listening) => org.listen(0, "127.0.0.1", listening));
  const home = mkdtempSync(join(tmpdir(), "attest-"));
  const { port } = org.address() as AddressInfo;
  const houseOn = (host: string): ReturnType<typeof openHouse> =>
    openHouse({ ATTEST_HOME: home, OKTA_DOMAIN: `http://${host}:${port}`, OKTA_API_TOKEN: "00tokenOfThisTest" }, home);

  const house = houseOn("127.0.0.1");
  const first = await run(house, { source, parameters: {} }, silent);
  if (first.kind !== "waiting") throw new Error(`it did not wait: ${first.kind}`);
  const afterFirst = seen.length;
  await approve(house, first.review.reviewHash);
  const edited = await run(house, { source: source.replace("'Groups'", "'All groups'"), parameters: {} }, silent);
  const afterEdit = seen.length;
  const approved = await run(house, { source, parameters: {} }, silent);
  const afterApproval = seen.length;
  await house.close();
  const elsewhere = houseOn("localhost");
  const other = await run(elsewhere, { source, parameters: {} }, silent);
  await elsewhere.close();
  const afterOther = seen.length;
  org.close();
  rmSync(home, { recursive: true, force: true });

  expect([first.kind, edited.kind, approved.kind, other.kind]).toEqual(["waiting", "waiting", "report", "waiting"]);
  expect({ afterFirst, afterEdit, ran: afterApproval > afterEdit, afterOther: afterOther - afterApproval }).toEqual({
    afterFirst: 0,
    afterEdit: 0,
    ran: true,
    afterOther: 0,
  });
});
