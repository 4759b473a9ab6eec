import { letters } from "../org/object-id.ts";

/** A device that waits for a person's yes. */
interface Waiting {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly userCode: string;
  readonly expiresAt: number;
  person: number | "denied" | undefined;
  intervalMs: number;
  polledAt: number;
}

/** What a poll finds. */
export type Poll =
  | { readonly kind: "approved"; readonly person: number; readonly scopes: readonly string[] }
  | { readonly kind: "pending" | "slow-down" | "expired" | "denied" | "unknown" };

/** Devices on their way to a token. */
export interface DeviceGrants {
  readonly start: (
    clientId: string,
    scopes: readonly string[],
    nowMs: number,
  ) => { readonly deviceCode: string; readonly userCode: string };
  /** The answer of the person with this index, or a no. False where no device waits under that code. */
  readonly answer: (userCode: string, person: number | "denied", nowMs: number) => boolean;
  /** Asks whether a device may have its token. One that may is forgotten: its code is good once. */
  readonly poll: (deviceCode: string, clientId: string, nowMs: number) => Poll;
}

/** How long codes live and how often a device may ask, in seconds. */
export interface DeviceTimes {
  readonly lifeSeconds: number;
  readonly intervalSeconds: number;
}

/** The devices of an org: none yet. */
export function createDeviceGrants(seed: number, times: DeviceTimes): DeviceGrants {
  const waiting = new Map<string, Waiting>();
  let made = 0;
  return {
    start: (clientId, scopes, nowMs) => {
      made += 1;
      const userCode = letters(seed, "user-code", made, 8).toUpperCase();
      const deviceCode = letters(seed, "device-code", made, 36);
      const expiresAt = nowMs + times.lifeSeconds * 1000;
      const intervalMs = times.intervalSeconds * 1000;
      waiting.set(deviceCode, { clientId, scopes, userCode, expiresAt, person: undefined, intervalMs, polledAt: 0 });
      return { deviceCode, userCode };
    },
    answer: (userCode, person, nowMs) => {
      const asked = userCode.replaceAll("-", "").toUpperCase();
      const device = [...waiting.values()].find((one) => one.userCode === asked && one.expiresAt > nowMs);
      if (device === undefined) return false;
      device.person = person;
      return true;
    },
    poll: (deviceCode, clientId, nowMs) => {
      const device = waiting.get(deviceCode);
      if (device === undefined || device.clientId !== clientId) return { kind: "unknown" };
      if (device.expiresAt <= nowMs) return { kind: "expired" };
      const early = nowMs - device.polledAt < device.intervalMs;
      device.polledAt = nowMs;
      if (early) {
        device.intervalMs += 5000;
        return { kind: "slow-down" };
      }
      if (device.person === undefined) return { kind: "pending" };
      waiting.delete(deviceCode);
      return device.person === "denied"
        ? { kind: "denied" }
        : { kind: "approved", person: device.person, scopes: device.scopes };
    },
  };
}
