import type ts from "typescript";

/** The walks over items whose bodies are being written. */
export interface Walks {
  /** Writes what is done in each turn of a walk. `turn` is the variable that is to hold the place of the item, where something counts it. */
  readonly inWalk: (walk: ts.Node, body: () => string) => { readonly text: string; readonly turn: string | undefined };
  /** What gives the place of the item whose turn it is, in the nearest walk that goes on since something was declared. */
  readonly turn: (declared?: ts.Node) => string | undefined;
}

interface Walk {
  readonly node: ts.Node;
  readonly name: string;
  isAsked: boolean;
}

function isWithin(node: ts.Node, around: ts.Node): boolean {
  return node.getSourceFile() === around.getSourceFile() && node.pos >= around.pos && node.end <= around.end;
}

/** No walk yet. */
export function createWalks(): Walks {
  const around: Walk[] = [];
  let count = 0;
  return {
    inWalk(node, body) {
      count += 1;
      const walk = { node, name: `$w${count}`, isAsked: false };
      around.push(walk);
      const text = body();
      around.pop();
      return { text, turn: walk.isAsked ? walk.name : undefined };
    },
    turn(declared) {
      const going = around.filter(({ node }) => declared === undefined || !isWithin(declared, node)).toReversed();
      for (const walk of going) walk.isAsked = true;
      return going.length === 0 ? undefined : going.map(({ name }) => name).join(" ?? ");
    },
  };
}
