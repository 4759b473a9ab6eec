import type { DatabaseSync } from "node:sqlite";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { openToWrite } from "./open-database.ts";
import { type Commit, createCommit } from "./transaction.ts";
import { reasonOf } from "./unwritable.ts";
import type { WriteOrder, WriterAnswer, WriterRequest } from "./write-order.ts";

// The thread that writes a journal: it alone hashes, compresses and waits for the disk. It holds no secret.

/** More than this many orders are not put into one commit, so that the first of them do not wait for the last. */
const most = 512;

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

function nextRequest(): WriterRequest | undefined {
  return parentPort === null ? undefined : receiveMessageOnPort(parentPort)?.message;
}

function close(): void {
  open?.database.close();
  parentPort?.close();
}

/** Writes what has come, and what came meanwhile: one commit for all that was waiting when it began. */
function serve(first: WriterRequest): void {
  const orders: WriteOrder[] = [];
  let request: WriterRequest | undefined = first;
  while (request?.kind === "write") {
    orders.push(...request.orders);
    request = orders.length < most ? nextRequest() : undefined;
  }
  if (orders.length > 0) parentPort?.postMessage(write(orders));
  if (request?.kind === "close") close();
}

parentPort?.on("message", serve);
