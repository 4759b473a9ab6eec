import { randomBytes } from "node:crypto";

/** A new name for a chain, as `20261123-204500-9f3a61c2`: sorts by time, short enough to type a part of it. `at` is ISO 8601. */
export function newRunName(at: string): string {
  const [day = "", time = ""] = at.split("T");
  return `${day.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}-${randomBytes(4).toString("hex")}`;
}
