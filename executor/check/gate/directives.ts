import ts from "typescript";
import type { TextRule } from "./gate-rule.ts";

const directives: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  { pattern: /@ts-(ignore|expect-error|nocheck|check)\b/, name: "a directive that changes what the compiler checks" },
  { pattern: /^\/\/\/\s*</, name: "a triple-slash directive" },
  { pattern: /[#@]\s*source(Mapping)?URL\s*=/, name: "a source map directive" },
  { pattern: /@jsx\w*\b/, name: "a JSX directive" },
  { pattern: /^\/[/*]\s*#\s*(region|endregion)/, name: "a folding mark" },
  { pattern: /(eslint|oxlint|prettier|biome)-(disable|enable|ignore)/, name: "a directive to a tool" },
];

/** Comments that tell a tool something: a snippet's comments are for readers. */
export const commentDirectives: TextRule = (sourceFile) =>
  comments(sourceFile).flatMap(({ pos, end }) => {
    const text = sourceFile.text.slice(pos, end);
    const directive = directives.find(({ pattern }) => pattern.test(text));
    if (directive === undefined) return [];
    return [
      {
        offset: pos,
        code: "gate/directive",
        message: `This comment is ${directive.name}.`,
        why: "It could switch off the check that the approval rests on.",
        help: "Take the comment out and repair what it hides.",
      },
    ];
  });

/** Every comment of a text, found in the gaps between its tokens, where alone a comment can stand. */
function comments(sourceFile: ts.SourceFile): readonly ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(sourceFile.text, node.pos) ?? []) found.set(range.pos, range);
    for (const range of ts.getTrailingCommentRanges(sourceFile.text, node.pos) ?? []) found.set(range.pos, range);
    if (!ts.isJSDoc(node)) node.getChildren(sourceFile).forEach(visit);
  };
  visit(sourceFile);
  return [...found.values()].toSorted((a, b) => a.pos - b.pos);
}
