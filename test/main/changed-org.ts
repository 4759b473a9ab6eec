import { createServer } from "node:http";
import type { Emulator } from "../../emulator/start-emulator.ts";
import { send } from "../emulator/read-org.ts";

/** An org that answers as an emulated one does, but for what a test changes. */
export interface ChangedOrg {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a server in front of an emulated org; `change` gets path and body of each answer and gives the body to send. */
export async function startChangedOrg(
  emulator: Emulator,
  change: (path: string, text: string) => string,
): Promise<ChangedOrg> {
  const server = createServer((request, response) => {
    const target = request.url ?? "/";
    void send(emulator, target).then(({ status, text }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(change(target.replace(/\?.*$/, ""), text));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
