import type { Commit, Transaction } from "./transaction.ts";

/** Writes what arrives in one tick in one commit, because each commit waits for the disk. */
export interface WriteQueue {
  /** Resolves when `write` is on the disk. Rejects with the failure of the commit, for everything that was in it. */
  write(write: (transaction: Transaction) => void): Promise<void>;
  /** Writes now what is still waiting. */
  flush(): void;
}

interface Waiting {
  readonly write: (transaction: Transaction) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A queue over `commit`; `fail` gives a commit's error its name. */
export function createWriteQueue(commit: Commit, fail: (error: unknown) => Error): WriteQueue {
  let waiting: Waiting[] = [];

  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      commit((transaction) => {
        for (const one of batch) one.write(transaction);
      });
    } catch (error) {
      const failure = fail(error);
      for (const one of batch) one.reject(failure);
      return;
    }
    for (const one of batch) one.resolve();
  }

  return {
    flush,
    write: (write) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ write, resolve, reject });
      return promise;
    },
  };
}
