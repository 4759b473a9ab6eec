// What Sets and iterators leave out is said as what lists leave out.
import { expect, test } from "vitest";
import { reviewOf } from "./checked-snippet.ts";

const source = `import { okta } from 'okta'

export const title = 'Some active users outside of sales'

export default async function () {
  const users = await okta.listUsers({}).all()
  const active = new Set(users.values().filter((user) => user.status === 'ACTIVE').map((user) => user.id))
  const sales = new Set(users.filter((user) => user.profile.userType === 'Sales').map((user) => user.id))
  const left = active.difference(sales)
  const first = left.intersection(active).values().next().value
  return users
    .values()
    .filter((user) => left.has(user.id))
    .drop(2)
    .take(5)
    .map((user) => ({ id: user.id, login: user.profile.login, status: user.status, isFirst: user.id === first }))
    .toArray()
}
`;

test("what is taken of an iterator, or of one set by another, is said in the review", async () => {
  const { filters, warnings } = await reviewOf(source);
  expect({
    decided: filters.map(({ words, line }) => `${line}: ${words}`),
    cuts: warnings.filter((one) => one.startsWith("Takes only")),
  }).toEqual({
    decided: [
      "7: Keeps of the items where status is ACTIVE",
      "8: Keeps of users where profile.userType is Sales",
      "9: Keeps of active what is not in sales",
      "10: Takes only a part of the items: next()",
      "10: Keeps of left what is in active too",
      "13: Keeps of the items where id is among left",
      "14: Takes only a part of the items: drop(2)",
      "15: Takes only a part of the items: take(5)",
    ],
    cuts: [
      "Takes only a part of the items: next(), whatever else there is (line 10).",
      "Takes only a part of the items: drop(2), whatever else there is (line 14).",
      "Takes only a part of the items: take(5), whatever else there is (line 15).",
    ],
  });
});
