/** Pages that may be held ahead at once: each is one page of one list. */
const mostAhead = 64;

/** Reads the next page of a list while the caller still works on this one. */
export interface ReadAhead<Page> {
  /** Starts to read that page, unless it is on its way. `onTaken` is called when somebody takes it. */
  start(key: string, read: (signal: AbortSignal) => Promise<Page>, onTaken?: () => void): void;
  /** The page if it is on its way or there; each is handed out once. The signal stops it from now on. */
  take(key: string, signal: AbortSignal): Promise<Page> | undefined;
  /** Stops what is on its way. */
  close(): void;
}

interface PageAhead<Page> {
  readonly page: Promise<Page>;
  readonly stop: AbortController;
  readonly onTaken: (() => void) | undefined;
}

/** Holds nothing yet. Pages that nobody takes are dropped when newer ones need the room. */
export function createReadAhead<Page>(): ReadAhead<Page> {
  const ahead = new Map<string, PageAhead<Page>>();
  return {
    start(key, read, onTaken) {
      if (ahead.has(key)) return;
      const oldest = ahead.keys().next().value;
      if (ahead.size >= mostAhead && oldest !== undefined) {
        ahead.get(oldest)?.stop.abort();
        ahead.delete(oldest);
      }
      const stop = new AbortController();
      const page = read(stop.signal);
      // A defect in it is thrown where the page is taken, and is no unhandled rejection where it never is.
      page.catch(() => undefined);
      ahead.set(key, { page, stop, onTaken });
    },
    take(key, signal) {
      const found = ahead.get(key);
      if (found === undefined) return undefined;
      ahead.delete(key);
      const { page, stop, onTaken } = found;
      onTaken?.();
      const cancel = (): void => stop.abort();
      if (signal.aborted) cancel();
      signal.addEventListener("abort", cancel, { once: true });
      return page.finally(() => signal.removeEventListener("abort", cancel));
    },
    close() {
      for (const { stop } of ahead.values()) stop.abort();
      ahead.clear();
    },
  };
}
