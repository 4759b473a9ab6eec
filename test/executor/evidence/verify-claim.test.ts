import { expect, test } from "vitest";
import { openBodies } from "../../../executor/evidence/recorded-bodies.ts";
import { verifyClaim } from "../../../executor/evidence/verify-claim.ts";
import type { Claim } from "../../../executor/evidence/sent-cells.ts";
import type { Origin } from "../../../terms/origin.ts";
import type { RecordedRead } from "../../../terms/recording.ts";

const body = JSON.stringify([
  { id: "u0", profile: { login: "ada@example.com", email: "ada@example.com" } },
  { id: "u1", profile: { login: "bo@example.com", "a/b~c": "odd" } },
]);
const read: RecordedRead = {
  step: 0,
  operationId: "listUsers",
  parameters: {},
  listing: 0,
  page: 0,
  kind: "response",
  bodyHash: "h",
  bytes: body.length,
  hasMore: false,
  cursor: undefined,
  failure: undefined,
  exchange: undefined,
};
const recording = { tables: [], find: (step: number) => (step === 0 ? read : undefined), loadBody: () => body };
const witness = { recording, bodies: openBodies(recording) };
const login: Origin = { kind: "direct", fields: ["listUsers profile.login"], orLiteral: false, chosenBy: [] };

function place(
  pointer: string,
  step = 0,
): { readonly kind: "place"; readonly place: { step: number; pointer: string } } {
  return { kind: "place", place: { step, pointer } };
}

test("a place counts when it resolves, the cell stands there, and the check names its field", () => {
  expect([
    verifyClaim(witness, place("/0/profile/login"), login, "ada@example.com"),
    verifyClaim(witness, place("/7/profile/login"), login, "ada@example.com"),
    verifyClaim(witness, place("/0/profile/login", 4), login, "ada@example.com"),
    verifyClaim(witness, place("/1/profile/login"), login, "ada@example.com"),
    verifyClaim(witness, place("/0/profile/email"), login, "ada@example.com"),
    verifyClaim(witness, place("/0/profile/constructor"), login, "ada@example.com"),
  ]).toEqual([
    { kind: "value", place: { step: 0, pointer: "/0/profile/login" } },
    {
      kind: "refused",
      claimed: { step: 0, pointer: "/7/profile/login" },
      why: "Nothing stands at this place of the recording.",
    },
    {
      kind: "refused",
      claimed: { step: 4, pointer: "/0/profile/login" },
      why: "Nothing stands at this place of the recording.",
    },
    {
      kind: "refused",
      claimed: { step: 0, pointer: "/1/profile/login" },
      why: "Another value stands at this place.",
    },
    {
      kind: "refused",
      claimed: { step: 0, pointer: "/0/profile/email" },
      why: "The check names listUsers profile.login, not listUsers profile.email.",
    },
    {
      kind: "refused",
      claimed: { step: 0, pointer: "/0/profile/constructor" },
      why: "Nothing stands at this place of the recording.",
    },
  ]);
});

test("a list of texts is worked out of those that stand in responses, and is the snippet's own where none does", () => {
  const orOwn: Origin = { ...login, orLiteral: true };
  const own: Claim = { kind: "literal" };
  const ada = place("/0/profile/login");
  const why = "The replay calls it the snippet's own text, and the check does not.";
  expect([
    verifyClaim(witness, { kind: "texts", texts: [ada, own] }, orOwn, ["ada@example.com", "root"]),
    verifyClaim(witness, { kind: "texts", texts: [own, own] }, orOwn, ["eve", "root"]),
    verifyClaim(witness, { kind: "texts", texts: [ada, own] }, login, ["ada@example.com", "root"]),
  ]).toEqual([
    { kind: "computed", places: [{ step: 0, pointer: "/0/profile/login" }] },
    { kind: "literal" },
    { kind: "lost", why },
  ]);
});

test("a pointer's odd names are read as RFC 6901 writes them", () => {
  const odd: Origin = { ...login, fields: ["listUsers profile.a/b~c"] };
  expect(verifyClaim(witness, place("/1/profile/a~1b~0c"), odd, "odd")).toEqual({
    kind: "value",
    place: { step: 0, pointer: "/1/profile/a~1b~0c" },
  });
});

test("a literal that the check does not know of is no evidence", () => {
  expect(verifyClaim(witness, { kind: "literal" }, login, "made up")).toEqual({
    kind: "lost",
    why: "The replay calls it the snippet's own text, and the check does not.",
  });
});

test("an empty list that the snippet made is its own, and a number of what it made itself stays lost", () => {
  const made = { kind: "items", places: [] } as const;
  expect([verifyClaim(witness, made, login, []), verifyClaim(witness, made, login, 0)]).toEqual([
    { kind: "literal" },
    { kind: "lost", why: "The list that was counted was made by the snippet." },
  ]);
});

test("a name that a snippet works out may stand anywhere in a path, and stands for one name", () => {
  const inner: Origin = { ...login, fields: ["listUsers *.login"] };
  const outer: Origin = { ...login, fields: ["listUsers *"] };
  const kinds = [inner, outer].map(
    (origin) => verifyClaim(witness, place("/0/profile/login"), origin, "ada@example.com").kind,
  );
  expect(kinds).toEqual(["value", "refused"]);
});

test("turns of a list that the check does not name are no count, and those that stand nowhere are refused", () => {
  const count: Origin = { kind: "count", fields: ["listUsers "], chosenBy: [] };
  const places = [
    { step: 0, pointer: "/0" },
    { step: 0, pointer: "/1" },
  ];
  const claim = (isOwn: boolean, ...turns: typeof places): Claim => ({ kind: "counted", places: turns, isOwn });
  const chosen: Origin = { kind: "chosen", chosenBy: ["listUsers status"] };
  expect([
    verifyClaim(witness, claim(false, ...places), count, 2),
    verifyClaim(witness, claim(false, ...places), chosen, 2),
    verifyClaim(witness, claim(true, ...places), chosen, 2),
    verifyClaim(witness, claim(false, { step: 0, pointer: "/9" }), count, 1),
  ]).toEqual([
    { kind: "items", places, count: 2 },
    { kind: "lost", why: "The check does not name the items in whose turns it was worked out." },
    { kind: "literal" },
    {
      kind: "refused",
      claimed: { step: 0, pointer: "/9" },
      why: "Nothing stands at this place of the recording.",
    },
  ]);
});
