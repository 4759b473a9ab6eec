import ts from "typescript";
import { hasShadow, shadowOf } from "./types.ts";
import { lost, type Transformer } from "./transformer.ts";

/** A pattern as text without types, and what declares the marks of its variables. */
export interface WrittenPattern {
  readonly text: string;
  /** Declarators, `login$ = $.at($t1, "login")`. */
  readonly shadows: readonly string[];
}

interface Place {
  /** The object that is taken apart, as an expression that can be read again. */
  readonly base: string;
}

function markOf(place: Place, key: string, transformer: Transformer, initializer: ts.Expression | undefined): string {
  const mark = `$.at(${place.base}, ${key})`;
  if (initializer === undefined) return mark;
  const { mark: otherwise } = transformer.pair(initializer);
  return `(${place.base}?.[${key}] === undefined ? ${otherwise} : ${mark})`;
}

function written(name: string, initializer: string | undefined): string {
  return initializer === undefined ? name : `${name} = ${initializer}`;
}

/** Writes a pattern that takes `base` apart; `mark` is that of the whole, for a pattern that is one name. */
export function writePattern(
  transformer: Transformer,
  pattern: ts.BindingName,
  base: string,
  mark: string,
): WrittenPattern {
  if (ts.isIdentifier(pattern))
    return { text: pattern.text, shadows: hasShadow(transformer, pattern) ? [`${shadowOf(pattern)} = ${mark}`] : [] };
  const parts = ts.isArrayBindingPattern(pattern)
    ? pattern.elements.map((element, position) => writePosition(transformer, element, position, base))
    : pattern.elements.map((element) => writeProperty(transformer, element, pattern, base));
  const inside = parts.map((one) => one.text).join(", ");
  const text = ts.isArrayBindingPattern(pattern) ? `[${inside}]` : `{ ${inside} }`;
  return { text, shadows: parts.flatMap((one) => one.shadows) };
}

function writePosition(
  transformer: Transformer,
  element: ts.ArrayBindingElement,
  position: number,
  base: string,
): WrittenPattern {
  if (ts.isOmittedExpression(element)) return { text: "", shadows: [] };
  if (element.dotDotDotToken !== undefined) {
    const rest = writePattern(transformer, element.name, lost, lost);
    const carried = ts.isIdentifier(element.name)
      ? [`${element.name.text}$rest = $.carryItems(${element.name.text}, ${base}, ${position})`]
      : [];
    return { text: `...${rest.text}`, shadows: [...carried, ...rest.shadows] };
  }
  return writeElement(transformer, element, `${position}`, base, "");
}

function writeProperty(
  transformer: Transformer,
  element: ts.BindingElement,
  pattern: ts.ObjectBindingPattern,
  base: string,
): WrittenPattern {
  if (element.dotDotDotToken !== undefined && ts.isIdentifier(element.name)) {
    const { text } = element.name;
    return { text: `...${text}`, shadows: [`${text}$rest = $.carry(${text}, ${base})`] };
  }
  const name = element.propertyName ?? element.name;
  if (ts.isComputedPropertyName(name)) {
    const key = transformer.code(name.expression);
    return writeElement(transformer, element, key, base, `[${key}]: `);
  }
  const fixed =
    ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : name.getText(pattern.getSourceFile());
  return writeElement(transformer, element, JSON.stringify(fixed), base, `${JSON.stringify(fixed)}: `);
}

function writeElement(
  transformer: Transformer,
  element: ts.BindingElement,
  key: string,
  base: string,
  label: string,
): WrittenPattern {
  const { initializer } = element;
  const inner = `(${base})?.[${key}]`;
  const mark = markOf({ base }, key, transformer, initializer);
  const whole = writePattern(transformer, element.name, initializer === undefined ? inner : lost, mark);
  const text = written(whole.text, initializer === undefined ? undefined : transformer.code(initializer));
  return { text: `${label}${text}`, shadows: whole.shadows };
}

/** A declaration of a pattern's variables with their marks, from an expression. */
export function declarePattern(
  transformer: Transformer,
  pattern: ts.BindingName,
  source: { readonly code: string; readonly mark: string },
): string {
  if (ts.isIdentifier(pattern)) {
    const { text, shadows } = writePattern(transformer, pattern, source.code, source.mark);
    return [`${text} = ${source.code}`, ...shadows].join(", ");
  }
  const whole = transformer.temporary();
  const { text, shadows } = writePattern(transformer, pattern, whole, lost);
  return [`${text} = (${whole} = ${source.code})`, ...shadows].join(", ");
}
