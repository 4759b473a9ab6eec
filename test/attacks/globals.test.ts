import { expect, test } from "vitest";
import { body, openSandbox } from "../executor/sandbox/run-snippet.ts";

const { run } = openSandbox();

test("a snippet sees exactly these globals", async () => {
  const end = await run(body("return [{ names: Reflect.ownKeys(globalThis).map(String).sort() }]"));
  expect(end.kind === "finished" ? end.rows[0]?.["names"] : end).toEqual(
    (
      "AggregateError Array BigInt Boolean Date Error EvalError Infinity Iterator JSON Map Math NaN Number Object Promise Proxy " +
      "RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError WeakMap WeakSet decodeURI " +
      "decodeURIComponent encodeURI encodeURIComponent globalThis isFinite isNaN parseFloat parseInt undefined"
    ).split(" "),
  );
});

test("'okta' exports exactly what its declaration names, and the approved operations", async () => {
  const end = await run(`import * as all from 'okta'
export default async function () { return [{ names: Object.keys(all).sort(), operations: Reflect.ownKeys(all.okta).map(String) }] }`);
  expect(end.kind === "finished" ? end.rows : end).toEqual([
    {
      names:
        "dayOf daysAgo daysSince declined each exactlyOne filter hoursAgo inputTable isBefore named notKnown note now okta same startOfDay targetOf".split(
          " ",
        ),
      operations: ["getUser", "listUsers"],
    },
  ]);
});
