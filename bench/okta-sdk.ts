import { Client, DefaultRequestExecutor } from "@okta/okta-sdk-nodejs";
import type { EmulatedOrg } from "./emulated-org.ts";

/** What Okta's own client made of the join: how many users got their factors, how many reads failed, and the 429s it met. */
export interface SdkJoin {
  readonly read: number;
  readonly failed: number;
  readonly refused: number;
}

/** The first `count` users and then their factors, through Okta's own client, so many at once. */
export async function joinWithSdk(
  org: EmulatedOrg,
  how: { readonly count: number; readonly atOnce: number; readonly maxRetries: number },
): Promise<SdkJoin> {
  let refused = 0;
  const requestExecutor = new DefaultRequestExecutor({ maxRetries: how.maxRetries, requestTimeout: 0 });
  requestExecutor.on("backoff", () => (refused += 1));
  const client = new Client({ orgUrl: org.origin, token: org.token, requestExecutor });
  const ids: string[] = [];
  for await (const user of await client.userApi.listUsers({ limit: 200 })) {
    if (user?.id !== undefined) ids.push(user.id);
    if (ids.length === how.count) break;
  }
  let at = 0;
  let read = 0;
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let userId = ids[at++]; userId !== undefined; userId = ids[at++]) {
      try {
        for await (const factor of await client.userFactorApi.listFactors({ userId })) void factor;
        read += 1;
      } catch {
        failed += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: how.atOnce }, work));
  return { read, failed, refused };
}
