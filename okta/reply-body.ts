import { isUtf8 } from "node:buffer";

/** The body of an answer, unpacked. */
export interface ReplyBody {
  readonly text: string;
  /**
   * The same in UTF-8, in memory of its own that can be given to another thread. Undefined where the text is another than what
   * came, and for short ones.
   */
  readonly utf8: Uint8Array<ArrayBuffer> | undefined;
}

// Below it a text is with another thread as soon as its bytes would be.
const worthGiving = 16 * 1024;

const decoder = new TextDecoder();

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function ownMemory(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}

/** Reads a body's bytes. What is not UTF-8 becomes U+FFFD, and a byte order mark is left out. */
export function decodeBody(bytes: Uint8Array): ReplyBody {
  const text = decoder.decode(bytes);
  // What is no UTF-8 is read as something else, and written out again would be other bytes.
  const isSame = bytes.byteLength >= worthGiving && isUtf8(bytes) && !startsWithMark(bytes);
  return { text, utf8: isSame ? ownMemory(bytes) : undefined };
}
