import type { z } from "zod";

/** What stands in a JSON text, where it has that shape; else undefined. Never throws: for texts that another hand may have changed. */
export function parseJson<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
