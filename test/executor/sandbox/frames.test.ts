import { expect, test } from "vitest";
import { createFrameReader, textFrame } from "../../../executor/sandbox/frames.ts";

function readIn(bytes: Buffer, size: number, maxBytes: number): unknown {
  const seen: unknown[] = [];
  const reader = createFrameReader(maxBytes, ({ kind, payload }) => seen.push([kind, payload.toString("utf8")]));
  let fits = true;
  for (let at = 0; at < bytes.length; at += size) fits = reader.push(bytes.subarray(at, at + size));
  return { seen, fits };
}

const stream = Buffer.concat([textFrame(1, ""), textFrame(2, "größer"), textFrame(3, "c".repeat(40))]);

test.each([1, 3, 7, 1_000])("frames arrive whole from pieces of %i bytes", (size) => {
  expect(readIn(stream, size, 100)).toEqual({
    seen: [
      [1, ""],
      [2, "größer"],
      [3, "c".repeat(40)],
    ],
    fits: true,
  });
});

test("a frame that announces too much is refused before it is kept, and all after it", () => {
  expect(readIn(Buffer.concat([stream, textFrame(4, "x")]), 9, 20)).toEqual({
    seen: [
      [1, ""],
      [2, "größer"],
    ],
    fits: false,
  });
});
