import type ts from "typescript";
import type { Field } from "../../terms/field.ts";

/** Why a value could not be followed, and where that was. */
export interface Unfollowed {
  /** The construct, as `YieldExpression` or `splice of a list`. */
  readonly why: string;
  /** 1-based line of the snippet. */
  readonly line: number;
}

/**
 * A text or number of the snippet's own that went into a value, as JSON, after the way it went in: `in "evil"`, `times 2`.
 * `unnamed`: there is one, and what it is is not known.
 */
export type OwnPart =
  | `${"in" | "out" | "plus" | "minus" | "times" | "over" | "least" | "most" | "with"} ${string}`
  | "unnamed";

/**
 * What the origins pass knows of a value instead of the value itself: the places of Okta's responses that it may be
 * (`places`), was worked out from (`inputs`, `counted`) or was chosen by (`control`). All sets only grow.
 */
export interface Value {
  readonly places: ReadonlySet<Field>;
  readonly inputs: ReadonlySet<Field>;
  /** Fields whose number or presence it is. */
  readonly counted: ReadonlySet<Field>;
  readonly control: ReadonlySet<Field>;
  readonly parameters: ReadonlySet<string>;
  /** May be the snippet's own text or number. */
  readonly literal: boolean;
  /** The literals it may be, as JSON; not every literal is listed here. */
  readonly constants: ReadonlySet<string>;
  /** An operator was applied to it: a literal that was worked out is no literal. */
  readonly worked: boolean;
  /** What the snippet's own texts and numbers did to it. Says something of what was worked out alone. */
  readonly ownParts: ReadonlySet<OwnPart>;
  /** May be what stands for a read that failed. */
  readonly notKnown: boolean;
  readonly objects: ReadonlySet<HeapObject>;
  readonly functions: ReadonlySet<FunctionValue>;
  readonly unknown: Unfollowed | undefined;
}

/** An object, list, Map or Set that the snippet makes: one for each place in the text and way of getting there. */
export interface HeapObject {
  readonly kind: "object" | "list" | "map" | "set";
  /** Properties by name; positions of a list whose length is fixed. */
  readonly properties: Map<string, Value>;
  /** Whole objects that were spread into it, with the names that something later overwrites. */
  readonly spread: { readonly from: Value; readonly except: Set<string> }[];
  /** Items of a list or Set, values of a Map, values under names that are not fixed. */
  element: Value;
  /** Keys of a Map, names that are not fixed. */
  keys: Value;
  /** What decides which items it has. */
  readonly selection: Set<Field>;
  /** Conditions numbered above this were met after it was made. */
  born: number;
}

/** A function of the snippet with the variables around it, or one of ours or of the language by its name. */
export type FunctionValue =
  | { readonly kind: "own"; readonly node: ts.FunctionLikeDeclaration; readonly scope: Scope }
  | { readonly kind: "named"; readonly name: string };

/** A variable: every value it was given so far. */
export interface Variable {
  value: Value;
  born: number;
}

/** The variables of one call of a function, inside those of the function around it. */
export interface Scope {
  readonly variables: Map<ts.Symbol, Variable>;
  readonly around: Scope | undefined;
  /** What the call gives back so far. */
  returned: Value;
  /** Number of the last condition before the call, the loop and its round, to know what a way out depends on. */
  started: Readonly<Record<"call" | "loop" | "round", number>>;
  /** What `break` leaves. */
  breaks: "loop" | "switch";
}

const none: ReadonlySet<never> = new Set();

/** No information at all. In a cell this means unknown, never literal. */
export const nothing: Value = {
  places: none,
  inputs: none,
  counted: none,
  control: none,
  parameters: none,
  literal: false,
  constants: none,
  worked: false,
  ownParts: none,
  notKnown: false,
  objects: none,
  functions: none,
  unknown: undefined,
};

/** A value of which only these facts are known. */
export function valueOf(facts: Partial<Value>): Value {
  return { ...nothing, ...facts };
}

/** The snippet's own text, number, true, false or null. */
export function literalOf(constant?: string | number | boolean | null): Value {
  return valueOf({
    literal: true,
    constants: constant === undefined ? none : new Set([JSON.stringify(constant)]),
    ownParts: constant === undefined ? new Set(["unnamed"]) : none,
  });
}

function unite<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  if (b.size === 0 || a === b) return a;
  return a.size === 0 ? b : new Set([...a, ...b]);
}

function uniteFunctions(a: ReadonlySet<FunctionValue>, b: ReadonlySet<FunctionValue>): ReadonlySet<FunctionValue> {
  const same = (one: FunctionValue, other: FunctionValue): boolean =>
    one.kind === "own"
      ? other.kind === "own" && one.node === other.node && one.scope === other.scope
      : other.kind === "named" && one.name === other.name;
  const fresh = [...b].filter((one) => ![...a].some((other) => same(one, other)));
  return fresh.length === 0 ? a : new Set([...a, ...fresh]);
}

/** What is one or the other. */
export function join(a: Value, b: Value): Value {
  if (a === nothing || a === b) return b;
  if (b === nothing) return a;
  return {
    places: unite(a.places, b.places),
    inputs: unite(a.inputs, b.inputs),
    counted: unite(a.counted, b.counted),
    control: unite(a.control, b.control),
    parameters: unite(a.parameters, b.parameters),
    literal: a.literal || b.literal,
    constants: unite(a.constants, b.constants),
    worked: a.worked || b.worked,
    ownParts: unite(a.ownParts, b.ownParts),
    notKnown: a.notKnown || b.notKnown,
    objects: unite(a.objects, b.objects),
    functions: uniteFunctions(a.functions, b.functions),
    unknown: a.unknown ?? b.unknown,
  };
}

/** What is one of several; `nothing` for none. */
export function joinAll(values: Iterable<Value>): Value {
  let all = nothing;
  for (const value of values) all = join(all, value);
  return all;
}

/** The same value, chosen by these fields too. */
export function chosenBy(value: Value, fields: Iterable<Field>): Value {
  const control = unite(value.control, new Set(fields));
  return control === value.control ? value : { ...value, control };
}

/** The fields that a value leans on by itself, without what stands in an object that the snippet made. */
export function fieldsOf(value: Value): ReadonlySet<Field> {
  return new Set([...value.places, ...value.inputs, ...value.counted, ...value.control]);
}
