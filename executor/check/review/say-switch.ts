import ts from "typescript";
import { sayValue } from "./say-value.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A `switch` in words: `Decides by signOnMode: SAML_2_0 or SAML_1_1, OPENID_CONNECT, otherwise`. Undefined where a part of it has none. */
export function saySwitch({ expression, caseBlock }: ts.SwitchStatement, vocabulary: Vocabulary): string | undefined {
  const value = sayValue(expression, vocabulary);
  const branches: string[] = [];
  let together: string[] = [];
  for (const clause of caseBlock.clauses) {
    const said = ts.isDefaultClause(clause) ? "otherwise" : sayValue(clause.expression, vocabulary);
    if (said === undefined) return undefined;
    together.push(said);
    // A clause without statements goes on into the next.
    if (clause.statements.length === 0) continue;
    branches.push(together.join(" or "));
    together = [];
  }
  return value === undefined ? undefined : `Decides by ${value}: ${[...branches, ...together].join(", ")}`;
}
