import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findWebhook } from "../../../deliveries/destination.ts";
import { createAlertDesk, type AlertDesk } from "../../../main/alerts/alert-desk.ts";
import type { Asker } from "../../../main/alerts/call-tally.ts";
import { writtenAlertsPath } from "../../../main/alerts/write-down-alert.ts";
import { createManualClock } from "../../okta/clocks.ts";
import { createTestClient } from "../../okta/create-test-client.ts";
import { answerJson, startServer, type TestServer } from "../../okta/start-server.ts";

/** A webhook on loopback. */
export interface TestWebhook {
  readonly address: string;
  /** What was posted, parsed. */
  readonly posted: { readonly text: string; readonly alert: { readonly kind: string; readonly found: string } }[];
  /** What it answers with; at any but 200 nothing counts as posted. */
  status: number;
}

/** A desk, what it has told, and its clock. */
export interface TestDesk {
  readonly desk: AlertDesk;
  readonly told: string[];
  /** Puts its clock forward by so many minutes. */
  readonly forward: (minutes: number) => Promise<void>;
}

/** A data folder with alerts, and a webhook that they are posted to. */
export interface AlertsPlace {
  readonly webhook: TestWebhook;
  /** A desk whose clock stands at the first of May until it is put forward. `form`: `slack:` or `teams:`. */
  openDesk(form?: string): TestDesk;
  /** What is written down, a line each, such as `2026-05-01T12:00:00.000Z raised api-errors`. */
  logged(): readonly string[];
  close(): void;
}

const minuteMs = 60_000;
const dayOne = Date.parse("2026-05-01T12:00:00Z");

/** Opens it. */
export async function openAlertsPlace(): Promise<AlertsPlace> {
  const folder = mkdtempSync(join(tmpdir(), "attest-alerts-"));
  const posted: TestWebhook["posted"] = [];
  const server = createServer((request, answer) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      if (webhook.status === 200) posted.push(JSON.parse(text));
      answer.writeHead(webhook.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const webhook: TestWebhook = { address: `http://127.0.0.1:${port}/secret-channel`, posted, status: 200 };
  return {
    webhook,
    openDesk(form = "") {
      const clock = createManualClock();
      const told: string[] = [];
      let minutes = 0;
      const desk = createAlertDesk({
        folder,
        webhook: findWebhook(`${form}${webhook.address}`),
        onAlert: ({ found }) => told.push(found),
        clock: { ...clock, now: () => dayOne + clock.now() },
      });
      const forward = async (by: number): Promise<void> => {
        minutes += by;
        await clock.goTo(minutes * minuteMs);
      };
      return { desk, told, forward };
    },
    logged() {
      const lines = readFileSync(writtenAlertsPath(folder), "utf8").trimEnd().split("\n");
      return lines.map((line) => JSON.parse(line)).map(({ at, what, kind, about }) => `${at} ${what} ${kind}${about}`);
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same status so many times. */
export const many = (count: number, status: number): number[] => Array.from({ length: count }, () => status);

/** An org that answers with these statuses in their order, then with 200. */
export async function startOrg(statuses: number[]): Promise<TestServer> {
  return startServer((_, answer) => {
    const status = statuses.shift() ?? 200;
    answerJson(answer, status, status === 200 ? { id: "00u1" } : { errorCode: "E0000011", errorSummary: "no" });
  });
}

/** Reads so many users, one after the other, and lets the desk settle. */
export async function readUsers(
  desk: AlertDesk,
  { origin }: TestServer,
  count: number,
  asker: Asker = "run",
): Promise<void> {
  const client = createTestClient(origin);
  const { signal } = new AbortController();
  for (let done = 0; done < count; done += 1) {
    const answer = await client.read({ operationId: "getUser", parameters: { id: "00u1" } }, signal);
    desk.see({ origin, name: "prod" }, asker, answer);
  }
  await desk.settle();
}
