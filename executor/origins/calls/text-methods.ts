import { makeList } from "../members.ts";
import { workOut } from "../operators.ts";
import { type NumberWay, putIn, takeOut } from "../own-parts.ts";
import { fieldsOf, type Value } from "../value.ts";
import { argument, argumentsOf, callBack, type Call, type Method } from "./call.ts";

/** What a method makes of a text, a number or a date: what it is asked by does not stand in it. */
function work(call: Call): Value {
  return putIn(workOut(call.receiver, ...argumentsOf(call)), [call.receiver]);
}

/** The same, where what is given from that argument on stands in the text. */
function workWith(position: number, way?: NumberWay): Method {
  return (call) => putIn(work(call), argumentsOf(call).slice(position), way);
}

function replace(call: Call): Value {
  const replacement = call.given[1]?.value;
  const looked = argument(call, 0);
  if (replacement === undefined || replacement.functions.size === 0)
    return putIn(takeOut(work(call), looked), argumentsOf(call).slice(1));
  const part = putIn(workOut(call.receiver), [call.receiver]);
  const made = callBack(call, { element: part, selection: fieldsOf(part) }, [part], 1);
  return putIn(takeOut(workOut(part, made), looked), [part, made]);
}

function parts(call: Call): Value {
  const element = work(call);
  return makeList(call.machine, call.node, { element, selection: fieldsOf(element) });
}

function partsOfArgument(call: Call): Value {
  const element = putIn(workOut(call.receiver, ...argumentsOf(call)), argumentsOf(call));
  return makeList(call.machine, call.node, { element, selection: fieldsOf(element) });
}

const textNames =
  "toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase trim trimStart trimEnd slice substring charAt at charCodeAt " +
  "codePointAt startsWith endsWith includes indexOf lastIndexOf search localeCompare normalize toString";
const dateNames =
  "getTime valueOf toISOString toJSON getUTCFullYear getUTCMonth getUTCDate getUTCDay getUTCHours getUTCMinutes getUTCSeconds " +
  "getFullYear getMonth getDate getDay getHours";

function named(names: string): readonly [string, Method][] {
  return names.split(" ").map((name) => [name, work]);
}

/** Methods of texts. */
export const textMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ...named(textNames),
  ["concat", workWith(0)],
  ["padStart", workWith(1)],
  ["padEnd", workWith(1)],
  ["repeat", workWith(0, "times")],
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
  ["test", (call) => workOut(call.receiver, ...argumentsOf(call))],
  ["exec", partsOfArgument],
]);
