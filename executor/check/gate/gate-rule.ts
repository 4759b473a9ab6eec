import type ts from "typescript";
import type { FindingText } from "../finding-at.ts";

/** What a rule knows beside the node it looks at. */
export interface GateContext {
  readonly sourceFile: ts.SourceFile;
  /** Names of the snippet's own functions that read from Okta, directly or through another. */
  readonly readers: ReadonlySet<string>;
}

/** Something that a snippet may not contain. */
export interface GateProblem extends FindingText {
  /** The node it is about: its start is the finding's place, and nothing inside it is looked at any more. */
  readonly node: ts.Node;
}

/** One rule of the gate: looks at one node and has something against it, or nothing. */
export type GateRule = (node: ts.Node, context: GateContext) => GateProblem | undefined;

/** A rule over the text as it stands, for what no syntax tree shows. */
export type TextRule = (sourceFile: ts.SourceFile) => readonly (FindingText & { readonly offset: number })[];
