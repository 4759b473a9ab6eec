import ts from "typescript";
import type { Finding } from "../../../terms/finding.ts";
import type { Compiled } from "../compiler.ts";
import { findingAt } from "../finding-at.ts";
import { explainDiagnostic } from "./explain-diagnostic.ts";
import { innermostAt } from "./innermost-at.ts";

/** Codes for a value whose type the compiler had to leave open: noise beside the mistake that left it open. */
const implied = new Set([7005, 7006, 7019, 7022, 7023, 7024, 7031, 7034, 7053, 18046]);

/** What the compiler has against a snippet, each with what to do; nothing at the places in `skip`. */
export function checkTypes(compiled: Compiled, skip: ReadonlySet<number>): readonly Finding[] {
  const all = compiled.diagnose();
  const isNoise = (one: ts.Diagnostic): boolean =>
    (all.some((other) => !implied.has(other.code)) && implied.has(one.code)) ||
    isAfterImpossible(one, all) ||
    isAfterBrokenCall(one, all, compiled);
  return all
    .filter((one) => !skip.has(one.start ?? 0) && !isNoise(one))
    .map((one) => findingAt(compiled.sourceFile, one.start ?? 0, explainDiagnostic(one, compiled)));
}

/** After an impossible comparison nothing is left of the value's type; what follows from that is no second mistake. */
function isAfterImpossible(one: ts.Diagnostic, all: readonly ts.Diagnostic[]): boolean {
  const text = ts.flattenDiagnosticMessageText(one.messageText, " ");
  return one.code === 2339 && text.includes("'never'") && all.some(({ code }) => code === 2367 || code === 2678);
}

/** A call whose arguments do not fit gives a value of its bare constraint; what that value lacks is no second mistake. */
function isAfterBrokenCall(
  one: ts.Diagnostic,
  all: readonly ts.Diagnostic[],
  { sourceFile, typeChecker }: Compiled,
): boolean {
  if ((one.code !== 2339 && one.code !== 2551) || one.start === undefined) return false;
  if (!all.some(({ code }) => code === 2345 || code === 2769)) return false;
  const { parent } = innermostAt(sourceFile, one.start);
  if (!ts.isPropertyAccessExpression(parent)) return false;
  const properties = typeChecker.getPropertiesOfType(typeChecker.getTypeAtLocation(parent.expression));
  return properties.some((property) => (typeChecker.getTypeOfSymbol(property).flags & ts.TypeFlags.Any) !== 0);
}
