import type { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { type Anchoring, createAnchoring } from "../proof/anchoring.ts";
import { forgetPerson } from "../erasure/forget-person.ts";
import { forgetRun } from "../erasure/forget-run.ts";
import { deriveKeys, type JournalKeys } from "../entries/journal-keys.ts";
import { openToWrite } from "../database/open-database.ts";
import { createPruner } from "../erasure/prune.ts";
import { type Appender, createAppenders, inTransaction } from "../database/transaction.ts";
import { reasonOf } from "../entries/unwritable.ts";
import type { WriteOrder } from "../entries/write-order.ts";
import type { WriterAnswer, WriterRequest, WriterSetup } from "./writer-messages.ts";
import type { ErasureReport, ErasureTask } from "../erasure/erasure-task.ts";

// The thread that writes a journal: it alone hashes, compresses, encrypts and waits for the disk. It holds the journal's key,
// and no credential.

interface OpenWriter {
  readonly database: DatabaseSync;
  readonly keys: JournalKeys;
  readonly appenders: () => Appender;
  readonly anchoring: Anchoring;
  readonly prune: ReturnType<typeof createPruner>;
}

const setup: WriterSetup = workerData;
let open: OpenWriter | undefined;

function openWriter(): OpenWriter {
  const database = openToWrite(setup.path, setup.mostBytes);
  const keys = deriveKeys(setup.secret);
  return {
    database,
    keys,
    appenders: createAppenders(database, keys),
    anchoring: createAnchoring(database, keys, setup.anchors),
    prune: createPruner(database, keys),
  };
}

// Left to the collector, a few pages' bytes would have it look through the whole heap each time.
function release({ body }: WriteOrder): void {
  if (typeof body === "object") body.buffer.transfer(0);
}

function write(orders: readonly WriteOrder[]): WriterAnswer {
  try {
    const { database, appenders, anchoring } = (open ??= openWriter());
    const bodies = inTransaction(database, () => {
      const appender = appenders();
      return orders.map((order) => appender.append(order));
    });
    for (const order of orders) {
      anchoring.note(order);
      release(order);
    }
    anchoring.anchorWhenDue();
    return { kind: "written", bodies };
  } catch (error) {
    return { kind: "failed", count: orders.length, reason: reasonOf(error) };
  }
}

function work({ database, keys, anchoring, prune }: OpenWriter, task: ErasureTask): ErasureReport {
  anchoring.noteJournal();
  switch (task.kind) {
    case "forget-run":
      return forgetRun(database, keys, task.run, task.eraser);
    case "forget-person":
      return forgetPerson(database, keys, task.login, task.eraser);
    case "prune":
      return prune(task);
  }
}

function run(task: ErasureTask): WriterAnswer {
  try {
    return { kind: "done", report: work((open ??= openWriter()), task) };
  } catch (error) {
    return { kind: "undone", reason: reasonOf(error) };
  }
}

function close(): void {
  open?.anchoring.anchor();
  open?.database.close();
}

parentPort?.on("message", (request: WriterRequest) => {
  switch (request.kind) {
    case "write":
      parentPort?.postMessage(write(request.orders));
      return;
    case "task":
      parentPort?.postMessage(run(request.task));
      return;
    case "close":
      close();
      parentPort?.close();
  }
});
