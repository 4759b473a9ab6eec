import { userInfo } from "node:os";

/** Who is at this machine, as the operating system says: a claim, not a proof. */
export function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}
