import { expect, test } from "vitest";
import { decodeBody } from "../../okta/reply-body.ts";

const long = JSON.stringify([{ name: "Zoë 🙂".repeat(4000) }]);
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

const bodies: readonly (readonly [string, Buffer, { readonly text: string; readonly utf8: string | undefined }])[] = [
  ["a long one as its text and its bytes", Buffer.from(long), { text: long, utf8: long }],
  ["a short one as its text alone", Buffer.from("[1]"), { text: "[1]", utf8: undefined }],
  [
    "one with a byte order mark without it, and without bytes that have it",
    Buffer.concat([mark, Buffer.from(long)]),
    { text: long, utf8: undefined },
  ],
  [
    "one that is no UTF-8 with what cannot be read replaced, and without bytes that say something else",
    Buffer.concat([Buffer.from(long), Buffer.from([0xff])]),
    { text: `${long}\uFFFD`, utf8: undefined },
  ],
];

test.each(bodies)("a body is read: %s", (_, bytes, expected) => {
  const { text, utf8 } = decodeBody(bytes);
  expect({ text, utf8: utf8 && Buffer.from(utf8).toString() }).toEqual(expected);
});

test("bytes are in memory of their own: who is given them has nothing of another body", () => {
  const shared = Buffer.concat([Buffer.from(long), Buffer.from(long)]);
  const half = decodeBody(shared.subarray(0, shared.length / 2)).utf8;
  expect([half?.byteOffset, half?.buffer.byteLength]).toEqual([0, shared.length / 2]);
});
