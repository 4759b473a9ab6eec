const actsOf = new WeakMap<AbortSignal, Set<() => void>>();

function listen(signal: AbortSignal): Set<() => void> {
  const acts = new Set<() => void>();
  actsOf.set(signal, acts);
  signal.addEventListener("abort", () => {
    for (const act of acts) act();
    acts.clear();
  });
  return acts;
}

/**
 * Calls `act` once when the signal fires, unless the function given back is called before. All reads of a run share one listener:
 * a listener of its own for each costs more than sending it.
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  const acts = actsOf.get(signal) ?? listen(signal);
  acts.add(act);
  return () => acts.delete(act);
}

/** What `pending` comes to, unless the signal fires before: then it rejects with the signal's reason, and `pending` goes on alone. */
export function orAbort<T>(pending: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const forget = onAbort(signal, () => reject(signal.reason));
    pending.then(resolve, reject).finally(forget);
  });
}
