import { hashOf } from "../org/random.ts";

/** The id of the nth request of an emulator: 32 hex digits. */
export function requestId(seed: number, nth: number): string {
  let id = "";
  for (let part = 0; part < 4; part += 1) {
    id += Math.floor(hashOf(seed, "request", nth, part) * 4_294_967_296)
      .toString(16)
      .padStart(8, "0");
  }
  return id;
}
