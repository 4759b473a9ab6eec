/** Kinds of frames between parent and child. A frame is a length (4 bytes, little endian), a kind (1 byte), and a payload. */
export const FrameKind = {
  /** Child: the engine is loaded and the permissions are dropped. */
  ready: 1,
  /** Child, from the guest: reads that it asks for. */
  asks: 2,
  /** Child, from the guest: one note. */
  note: 3,
  /** Child, from the guest: a part of the rows. */
  rows: 4,
  /** Child, from the guest: a part of the evidence. */
  evidence: 5,
  /** Child, from the guest: how it ended. */
  end: 6,
  /** Child: the guest has been given this many answers more, and has gone as far as it can. */
  delivered: 7,
  /** Child: a bound was reached; the payload names it. */
  limit: 8,
  /** Child: cannot go on; the payload says why. */
  lost: 9,
  /** Parent: the program to run, as JSON. */
  run: 20,
  /** Parent: one answer: step (4 bytes), kind (1 byte), body. */
  answer: 21,
} as const;

/** One frame as it arrived. */
export interface Frame {
  readonly kind: number;
  readonly payload: Buffer;
}

/** Bytes before a frame's payload. */
export const HEADER_BYTES = 5;

/** A whole frame of a few leading bytes and a text as its payload. */
export function partsFrame(kind: number, lead: Uint8Array, text: string): Buffer {
  const bytes = lead.length + Buffer.byteLength(text, "utf8");
  const frame = Buffer.allocUnsafe(HEADER_BYTES + bytes);
  frame.writeUInt32LE(bytes, 0);
  frame.writeUInt8(kind, 4);
  frame.set(lead, HEADER_BYTES);
  frame.write(text, HEADER_BYTES + lead.length, "utf8");
  return frame;
}

const noLead = new Uint8Array();

/** A whole frame with a text as its payload. */
export function textFrame(kind: number, text: string): Buffer {
  return partsFrame(kind, noLead, text);
}

/**
 * Cuts a stream of bytes into frames. Contract: a frame that announces more than `maxBytes` is refused before anything of it is
 * kept: `onFrame` is not called any more, and `push` returns false from then on.
 */
export function createFrameReader(maxBytes: number, onFrame: (frame: Frame) => void): { push(chunk: Buffer): boolean } {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = HEADER_BYTES;
  let refused = false;

  const takeFrames = (): void => {
    let bytes = chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
    while (bytes.length >= HEADER_BYTES) {
      const length = bytes.readUInt32LE(0);
      refused = length > maxBytes;
      if (refused) return;
      wanted = HEADER_BYTES + length;
      if (bytes.length < wanted) break;
      onFrame({ kind: bytes.readUInt8(4), payload: bytes.subarray(HEADER_BYTES, wanted) });
      bytes = bytes.subarray(wanted);
      wanted = HEADER_BYTES;
    }
    chunks = bytes.length === 0 ? [] : [bytes];
    held = bytes.length;
  };

  return {
    push(chunk) {
      if (refused) return false;
      chunks.push(chunk);
      held += chunk.length;
      if (held >= wanted) takeFrames();
      return !refused;
    },
  };
}
