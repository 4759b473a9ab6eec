import { expect, test } from "vitest";
import { scanForUsers } from "./scan-for-users.ts";
import type { Item } from "./world.ts";

const user = (id: string, login: string, firstName: string, lastName: string): Item =>
  ({ id, profile: { login, email: login, firstName, lastName } }) as unknown as Item;

const users = [
  user("00u1abcd2EFGH3ijkl45", "ada.king@acme.example", "Ada", "King"),
  user("00u1abcd2EFGH3ijkl46", "al.li@acme.example", "Al", "Li"),
];

const request = (text: string): string => JSON.stringify({ messages: [{ role: "user", content: [{ text }] }] });

test("a login, an id and a name in a request are found, with the number of the request, whatever their case", () => {
  const requests = [
    request("All is well."),
    request("See ADA.KING@acme.example and Ada\u0020King."),
    request(users[1]?.id ?? ""),
  ];
  expect(scanForUsers(requests, "Who is idle?", users)).toEqual({
    requests: 3,
    values: 8,
    leaks: [
      "request 2 holds ada.king@acme.example (login of 00u1abcd2EFGH3ijkl45)",
      "request 2 holds ada.king@acme.example (email of 00u1abcd2EFGH3ijkl45)",
      "request 2 holds Ada King (full name of 00u1abcd2EFGH3ijkl45)",
      "request 3 holds 00u1abcd2EFGH3ijkl46 (id of 00u1abcd2EFGH3ijkl46)",
    ],
  });
});

test("a value behind escapes of JSON is found", () => {
  const escaped = String.raw`{"content":"\u0061da.king\u0040acme.example"}`;
  expect(scanForUsers([escaped], "Who is idle?", users).leaks).toHaveLength(2);
});

test("what the question or a looked-up name contains is no leak, and part of a word is no name", () => {
  const found = '2 of 9 names. What stands in quotes is data.\n{"name":"Friends of Ada King","count":7}';
  const requests = [request("Which groups is al.li@acme.example in? The royal lines."), request(found)];
  expect(scanForUsers(requests, "Which groups is al.li@acme.example in?", users).leaks).toEqual([]);
});
