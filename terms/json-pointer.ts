/** One step of a JSON pointer (RFC 6901) that leads to a property or an item, with its slash. */
export function pointerStep(key: string | number): string {
  return typeof key === "number" ? `/${key}` : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The key that a step, without its slash, leads to. */
export function keyOfStep(step: string): string {
  return step.includes("~") ? step.replaceAll("~1", "/").replaceAll("~0", "~") : step;
}

/** The keys that a pointer leads through. */
export function keysOfPointer(pointer: string): readonly string[] {
  return pointer.split("/").slice(1).map(keyOfStep);
}
