/** Where a System Log event keeps what it was done to. */
interface WithTargets<T> {
  readonly target?: readonly T[] | null;
}

/** The first target of an event with that type; undefined where there is none. */
export function targetOf<T extends { readonly type?: string | null }>(
  event: WithTargets<T>,
  type: string,
): T | undefined {
  const targets = event.target ?? [];
  for (let index = 0; index < targets.length; index += 1) {
    const one = targets[index];
    if (one?.type === type) return one;
  }
  return undefined;
}
