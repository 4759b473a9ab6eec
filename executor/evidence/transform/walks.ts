import type ts from "typescript";

/** What is done in each turn of a walk. */
export interface WrittenWalk {
  readonly text: string;
  /** The variable that is to hold the place of the item whose turn it is, where something counts it. */
  readonly turn: string | undefined;
  /** Lists, Sets and Maps of the snippet from before the walk that are filled in it. */
  readonly filled: readonly string[];
}

/** What is done where a condition holds, or where it does not. */
export interface WrittenBranches {
  readonly text: string;
  /** Lists, Sets and Maps from before the condition that are filled there, though no walk fills them. */
  readonly filled: readonly string[];
  /** Variables of marks of values from before the condition that are added to there, though in no walk. */
  readonly changed: readonly string[];
}

/** The walks over items, and the conditions, inside which the text is being written. */
export interface Walks {
  readonly inWalk: (walk: ts.Node, body: () => string) => WrittenWalk;
  readonly inBranches: (condition: ts.Node, body: () => string) => WrittenBranches;
  /** What gives the place of the item whose turn it is, in the nearest walk that goes on since something was declared. */
  readonly turn: (declared?: ts.Node) => string | undefined;
  /** The same for an object that the snippet makes, where walks over such objects are to know the item that each was made for. */
  readonly made: () => string | undefined;
  /** Notes that a total is made item by item, as `reduce` does. */
  readonly total: () => void;
  /** Whether anything asked whose turn it is, or made a total. */
  readonly counts: () => boolean;
  /** Notes that something is put into what a variable holds. */
  readonly fill: (name: string, declared: ts.Node) => void;
  /** Notes that a variable is added to, and which variable holds its mark. */
  readonly change: (mark: string, declared: ts.Node) => void;
}

interface Around {
  readonly kind: "walk" | "branches";
  readonly node: ts.Node;
  readonly name: string;
  isAsked: boolean;
  readonly filled: Set<string>;
  readonly changed: Set<string>;
}

function isWithin(node: ts.Node, around: ts.Node): boolean {
  return node.getSourceFile() === around.getSourceFile() && node.pos >= around.pos && node.end <= around.end;
}

/** Nothing around yet. `areMadeKnown`: objects of the snippet say in the turn of which item they were made. */
export function createWalks(areMadeKnown: boolean): Walks {
  const stack: Around[] = [];
  let count = 0;
  let isAsked = false;
  const write = (kind: Around["kind"], node: ts.Node, body: () => string): Around & { readonly text: string } => {
    count += 1;
    const around = {
      kind,
      node,
      name: `$w${count}`,
      isAsked: false,
      filled: new Set<string>(),
      changed: new Set<string>(),
    };
    stack.push(around);
    const text = body();
    stack.pop();
    return Object.assign(around, { text });
  };
  const since = (kind: Around["kind"], declared?: ts.Node): readonly Around[] =>
    stack.filter((one) => one.kind === kind && (declared === undefined || !isWithin(declared, one.node))).toReversed();
  const turn = (declared?: ts.Node): string | undefined => {
    const going = since("walk", declared);
    for (const walk of going) walk.isAsked = true;
    isAsked ||= going.length > 0;
    return going.length === 0 ? undefined : going.map(({ name }) => name).join(" ?? ");
  };
  return {
    inWalk(node, body) {
      const { text, name, isAsked, filled } = write("walk", node, body);
      return { text, turn: isAsked ? name : undefined, filled: [...filled] };
    },
    inBranches(node, body) {
      const { text, filled, changed } = write("branches", node, body);
      return { text, filled: [...filled], changed: [...changed] };
    },
    turn,
    total() {
      isAsked = true;
    },
    counts: () => isAsked,
    made: () => (areMadeKnown ? turn() : undefined),
    fill(name, declared) {
      const walks = since("walk", declared);
      for (const one of walks.length > 0 ? walks : since("branches", declared)) one.filled.add(name);
    },
    change(mark, declared) {
      if (since("walk", declared).length > 0) return;
      for (const one of since("branches", declared)) one.changed.add(mark);
    },
  };
}
