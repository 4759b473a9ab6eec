import ts from "typescript";
import { bindPattern } from "./bind.ts";
import { type Argument, type Machine } from "./machine.ts";
import { type Items, itemsOf, makeList, unfollowed } from "./members.ts";
import { type Frame, isSeen, selfCall } from "./recursion.ts";
import { asWritten, createScope } from "./scope.ts";
import { join, joinAll, literalOf, nothing, type FunctionValue, type Scope, type Value } from "./value.ts";

// A helper that calls itself deeper than this is no longer followed.
const MAX_DEPTH = 14;

// One that calls itself in a loop, or twice, is read so often at each depth that the check would not end.
const MAX_NESTED_CALLS = 1_000;

function argumentAt(machine: Machine, given: readonly Argument[], position: number): Value | undefined {
  const spreadAt = given.findIndex((one) => one.spread);
  if (spreadAt === -1 || position < spreadAt) return given[position]?.value;
  const rest = given.slice(spreadAt);
  return joinAll(rest.map((one) => (one.spread ? itemsOf(machine, one.value).element : one.value)));
}

function restOf(machine: Machine, given: readonly Argument[], position: number): Items {
  const spreadAt = given.findIndex((one) => one.spread);
  const from = spreadAt === -1 ? position : Math.min(position, spreadAt);
  const parts = given
    .slice(from)
    .map((one) => (one.spread ? itemsOf(machine, one.value) : { element: one.value, selection: [] }));
  return {
    element: joinAll(parts.map((one) => one.element)),
    selection: new Set(parts.flatMap((one) => [...one.selection])),
  };
}

function bindParameters(machine: Machine, node: ts.FunctionLikeDeclaration, given: readonly Argument[]): void {
  for (const [position, parameter] of node.parameters.entries()) {
    if (parameter.dotDotDotToken !== undefined) {
      bindPattern(machine, parameter.name, makeList(machine, parameter, restOf(machine, given, position)));
      continue;
    }
    const value = argumentAt(machine, given, position);
    const { initializer } = parameter;
    const orInitial = (): Value => (initializer === undefined ? literalOf(null) : machine.evaluate(initializer));
    if (value === undefined) bindPattern(machine, parameter.name, orInitial());
    else bindPattern(machine, parameter.name, initializer === undefined ? value : join(value, orInitial()));
  }
}

/** Calls functions that the snippet wrote: read anew for each call, so that two callers of a helper are not mixed. */
export function createOwnCall(
  machine: Machine,
): (own: FunctionValue & { kind: "own" }, given: readonly Argument[], at: ts.Node) => Value {
  const scopes = new Map<string, Scope>();
  const frames: Frame[] = [];
  let nestedCalls = 0;
  const scopeFor = (path: string, around: Scope): Scope => {
    const known = scopes.get(path);
    if (known !== undefined && known.around === around) return known;
    const made = createScope(around);
    scopes.set(path, made);
    return made;
  };
  return ({ node, scope }, given, at) => {
    const { body } = node;
    machine.noted.called.add(node);
    if (body === undefined || node.asteriskToken !== undefined)
      return unfollowed(machine, "a generator function", at, ...given.map((one) => one.value));
    const frame = { node, given: given.map((one) => one.value) };
    const isNested = frames.some((one) => one.node === node);
    if (isNested) nestedCalls += 1;
    const isTooOften = isNested && nestedCalls > MAX_NESTED_CALLS;
    if (machine.depth >= MAX_DEPTH || isTooOften) {
      if (isTooOften || !isSeen(frames, frame, machine.rounds)) machine.noted.tooDeep.add(node);
      return unfollowed(machine, selfCall, at, ...frame.given);
    }
    frames.push(frame);
    const before = { scope: machine.scope, path: machine.path };
    machine.path = `${machine.path}/${at.pos}:${node.pos}`;
    machine.scope = scopeFor(machine.path, scope);
    const started = machine.conditions.now();
    machine.scope.returned = nothing;
    machine.scope.started = { call: started, loop: started, round: started };
    machine.depth += 1;
    const result = machine.conditions.within("call", () => {
      bindParameters(machine, node, given);
      if (!ts.isBlock(body)) return machine.evaluate(body);
      machine.execute(body);
      return machine.scope.returned;
    });
    machine.depth -= 1;
    frames.pop();
    machine.scope = before.scope;
    machine.path = before.path;
    return result;
  };
}

/** Writes down what a call gives back, under the conditions that were met in it. */
export function giveBack(machine: Machine, value: Value): void {
  const { scope } = machine;
  scope.returned = join(scope.returned, asWritten(machine, value, scope.started.call));
}
