import { makeList } from "../members.ts";
import { workOut } from "../operators.ts";
import { fieldsOf, type Value } from "../value.ts";
import { argumentsOf, callBack, type Call, type Method } from "./call.ts";

function work(call: Call): Value {
  return workOut(call.receiver, ...argumentsOf(call));
}

function replace(call: Call): Value {
  const replacement = call.given[1]?.value;
  if (replacement === undefined || replacement.functions.size === 0) return work(call);
  const part = workOut(call.receiver);
  return workOut(part, callBack(call, { element: part, selection: fieldsOf(part) }, [part], 1));
}

function parts(call: Call): Value {
  const element = work(call);
  return makeList(call.machine, call.node, { element, selection: fieldsOf(element) });
}

const textNames =
  "toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase trim trimStart trimEnd slice substring charAt at charCodeAt " +
  "codePointAt padStart padEnd repeat concat startsWith endsWith includes indexOf lastIndexOf search localeCompare normalize toString";
const dateNames =
  "getTime valueOf toISOString toJSON getUTCFullYear getUTCMonth getUTCDate getUTCDay getUTCHours getUTCMinutes getUTCSeconds " +
  "getFullYear getMonth getDate getDay getHours";

function named(names: string): readonly [string, Method][] {
  return names.split(" ").map((name) => [name, work]);
}

/** Methods of texts. */
export const textMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ...named(textNames),
  ["replace", replace],
  ["replaceAll", replace],
  ["split", parts],
  ["match", parts],
  ["matchAll", parts],
]);

/** Methods of numbers and booleans. */
export const numberMethods: ReadonlyMap<string, Method> = new Map(named("toFixed toString toPrecision valueOf"));

/** Methods of dates that only read them. */
export const dateMethods: ReadonlyMap<string, Method> = new Map(named(dateNames));

/** Methods of regular expressions. */
export const patternMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["test", work],
  ["exec", parts],
]);
