import ts from "typescript";
import { writeCode, writePair, writePairOfAny } from "./transform/expressions.ts";
import { writeStatement } from "./transform/statements.ts";
import { createWalks } from "./transform/walks.ts";
import { declareTemporaries, replaceParts, type Transformer } from "./transform/transformer.ts";

/** A checked snippet, as the compiler sees it. */
export interface Transformable {
  readonly sourceFile: ts.SourceFile;
  readonly typeChecker: ts.TypeChecker;
}

interface Unit {
  temporaries: string[];
}

function createTransformer(
  { sourceFile, typeChecker }: Transformable,
  areMadeKnown: boolean,
): {
  readonly transformer: Transformer;
  readonly constants: ReadonlyMap<string, string>;
  readonly module: Unit;
} {
  const constants = new Map<string, string>();
  const module: Unit = { temporaries: [] };
  let unit = module;
  let count = 0;
  const writeParts = (node: ts.Node): string => {
    const parts: ts.Node[] = [];
    ts.forEachChild(node, (part) => {
      if (!ts.isTypeNode(part) && !ts.isTypeParameterDeclaration(part) && !ts.isToken(part)) parts.push(part);
      else if (ts.isIdentifier(part)) parts.push(part);
    });
    return replaceParts(
      sourceFile,
      node,
      parts.map((part) => ({ node: part, text: transformer.code(part) })),
    );
  };
  const transformer: Transformer = {
    sourceFile,
    typeChecker,
    code: (node) =>
      (ts.isExpression(node) ? writeCode(transformer, node) : writeStatement(transformer, node)) ?? writeParts(node),
    pair: (node) => writePair(transformer, node),
    pairOfAny: (node) => writePairOfAny(transformer, node),
    temporary() {
      count += 1;
      unit.temporaries.push(`$t${count}`);
      return `$t${count}`;
    },
    inFunction(body) {
      const around = unit;
      unit = { temporaries: [] };
      const text = body();
      const { temporaries } = unit;
      unit = around;
      return { text, temporaries };
    },
    ...createWalks(areMadeKnown),
    constant(expression) {
      const known = constants.get(expression) ?? `$c${constants.size}`;
      constants.set(expression, known);
      return known;
    },
  };
  return { transformer, constants, module };
}

interface Written {
  readonly text: string;
  /** Something in it counts items that are walked over. */
  readonly counts: boolean;
}

function write(transformable: Transformable, areMadeKnown: boolean): Written {
  const { transformer, constants, module } = createTransformer(transformable, areMadeKnown);
  const { sourceFile } = transformable;
  const statements = sourceFile.statements.filter(
    (one) => !ts.isInterfaceDeclaration(one) && !ts.isTypeAliasDeclaration(one),
  );
  const imports = statements.filter(ts.isImportDeclaration).map((one) => one.getText(sourceFile));
  const rest = statements.filter((one) => !ts.isImportDeclaration(one)).map((one) => transformer.code(one));
  const declared = [...constants].map(([expression, name]) => `const ${name} = ${expression};`);
  const temporaries = declareTemporaries(module.temporaries);
  const parts = ['import { $ } from "okta";', ...imports, ...declared, temporaries, ...rest];
  return { text: parts.join("\n"), counts: transformer.counts() };
}

/**
 * The snippet rewritten so that every text, number and boolean carries the mark of where it was read: for the evidence
 * replay alone. The result imports `$` from `'okta'` beside what the snippet imports, and gives the same rows; a value that
 * cannot be followed is marked as lost, never guessed.
 */
export function pairTransform(transformable: Transformable): string {
  const { text, counts } = write(transformable, false);
  // Objects that are counted later are to say what they were made for: that costs time, and few snippets count.
  return counts ? write(transformable, true).text : text;
}
