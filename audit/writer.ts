import { parentPort, workerData } from "node:worker_threads";
import { deriveKeys } from "./journal-keys.ts";
import { openToWrite } from "./open-database.ts";
import { createAppenders, inTransaction } from "./transaction.ts";
import { reasonOf } from "./unwritable.ts";
import type { WriteOrder, WriterAnswer, WriterRequest, WriterSetup } from "./write-order.ts";

// The thread that writes a journal: it alone hashes, compresses, encrypts and waits for the disk. It holds the journal's key,
// and no credential.

const setup: WriterSetup = workerData;

function openWriter() {
  const database = openToWrite(setup.path);
  const keys = deriveKeys(setup.secret);
  return { database, appenders: createAppenders(database, keys) };
}

let open: ReturnType<typeof openWriter> | undefined;

function write(orders: readonly WriteOrder[]): WriterAnswer {
  try {
    open ??= openWriter();
    const { database, appenders } = open;
    const bodyHashes = inTransaction(database, () => {
      const appender = appenders();
      return orders.map((order) => appender.append(order));
    });
    return { kind: "written", bodyHashes };
  } catch (error) {
    return { kind: "failed", count: orders.length, reason: reasonOf(error) };
  }
}

parentPort?.on("message", (request: WriterRequest) => {
  switch (request.kind) {
    case "write":
      parentPort?.postMessage(write(request.orders));
      return;
    case "close":
      open?.database.close();
      parentPort?.close();
  }
});
