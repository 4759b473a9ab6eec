import type { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { openToWrite } from "./open-database.ts";
import { type Commit, createCommit } from "./transaction.ts";
import { reasonOf } from "./unwritable.ts";
import type { WriteOrder, WriterAnswer, WriterRequest } from "./write-order.ts";

// The thread that writes a journal: it alone hashes, compresses and waits for the disk. It holds no secret.

const path = String(workerData);
let open: { readonly database: DatabaseSync; readonly commit: Commit } | undefined;

function openWriter(): { readonly database: DatabaseSync; readonly commit: Commit } {
  const database = openToWrite(path);
  return { database, commit: createCommit(database) };
}

function write(orders: readonly WriteOrder[]): WriterAnswer {
  try {
    open ??= openWriter();
    return { kind: "written", bodyHashes: open.commit(orders) };
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
