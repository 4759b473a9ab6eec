import type { RecordedRead } from "../../terms/recording.ts";

/** Bytes of bodies that wait for their turn in memory; what is above that waits in the journal alone. */
const roomBytes = 64 * 1024 * 1024;

/** Holds the bodies of answers that wait for their turn. */
export interface WaitingRoom {
  /**
   * Gives a function that hands the body over, once: the text as it came, or as it was kept where the journal's redaction
   * took something out of it.
   */
  hold(text: string, read: RecordedRead): () => string;
}

/** A waiting room of 64 MiB; `loadBody` reads a body back from the journal by its hash. */
export function createWaitingRoom(loadBody: (bodyHash: string) => string): WaitingRoom {
  let held = 0;
  return {
    hold(text, { bodyHash, bytes }) {
      const redacted = Buffer.byteLength(text) !== bytes;
      if (bodyHash !== undefined && (redacted || held + bytes > roomBytes)) return () => loadBody(bodyHash);
      held += bytes;
      return () => {
        held -= bytes;
        return text;
      };
    },
  };
}
