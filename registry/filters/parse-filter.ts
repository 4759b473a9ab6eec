import type { FilterExpression, FilterProblem, FilterValue } from "./filter-expression.ts";

/** Stands for a hole between two literal pieces; a private-use character that no attribute or operator holds. */
const hole = "\uE000";
const deepest = 20;

type Token =
  | { readonly kind: "open" | "close" | "end"; readonly at: number; readonly text: string }
  | { readonly kind: "word" | "string"; readonly at: number; readonly text: string };

/** What parsing gave: the expression, or the one place at which it stopped making sense. */
export type ParsedFilter =
  | { readonly kind: "parsed"; readonly expression: FilterExpression }
  | { readonly kind: "problem"; readonly problem: FilterProblem };

/**
 * Parses a `search` or `filter` in Okta's filter language, given as literal pieces with holes between them. `and` binds
 * tighter than `or`; operators are case-insensitive, attribute names are kept as written. Never throws.
 */
export function parseFilter(pieces: readonly string[]): ParsedFilter {
  const reader = new FilterReader(pieces.join(hole));
  const expression = reader.readAll();
  if (expression !== undefined) return { kind: "parsed", expression };
  return { kind: "problem", problem: reader.problem ?? unexpected(0, "an empty filter") };
}

class FilterReader {
  readonly #text: string;
  #at = 0;
  #token: Token;
  problem: FilterProblem | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#token = this.#next();
  }

  readAll(): FilterExpression | undefined {
    const expression = this.#either(0);
    if (expression === undefined) return undefined;
    if (this.#token.kind !== "end")
      return this.#stop(this.#token, `${quote(this.#token.text)} after a whole condition`);
    return this.problem === undefined ? expression : undefined;
  }

  #either(depth: number): FilterExpression | undefined {
    return this.#joined("or", () => this.#joined("and", () => this.#single(depth)));
  }

  #joined(word: "and" | "or", part: () => FilterExpression | undefined): FilterExpression | undefined {
    const { at } = this.#token;
    const first = part();
    if (first === undefined) return undefined;
    const of = [first];
    while (this.#isWord(word)) {
      this.#take();
      const more = part();
      if (more === undefined) return undefined;
      of.push(more);
    }
    return of.length === 1 ? first : { kind: word, of, offset: this.#offset(at) };
  }

  #single(depth: number): FilterExpression | undefined {
    if (depth > deepest) return this.#stop(this.#token, "parentheses nested too deep");
    if (this.#token.kind === "open") return this.#inParentheses(depth);
    if (!this.#isWord("not")) return this.#comparison();
    const { at } = this.#take();
    const of = this.#operand(depth);
    return of === undefined ? undefined : { kind: "not", of, offset: this.#offset(at) };
  }

  #operand(depth: number): FilterExpression | undefined {
    return this.#token.kind === "open" ? this.#inParentheses(depth) : this.#comparison();
  }

  #inParentheses(depth: number): FilterExpression | undefined {
    this.#take();
    const inner = this.#either(depth + 1);
    if (inner === undefined) return undefined;
    if (this.#token.kind !== "close") return this.#stop(this.#token, "a parenthesis that is not closed");
    this.#take();
    return inner;
  }

  #comparison(): FilterExpression | undefined {
    const attribute = this.#token;
    if (attribute.kind !== "word")
      return this.#stop(attribute, `${quote(attribute.text)} where an attribute must stand`);
    if (attribute.text.includes(hole)) return this.#stop(attribute, "a value where an attribute must stand");
    this.#take();
    const operator = this.#token;
    if (operator.kind !== "word") return this.#stop(operator, `no operator after ${attribute.text}`);
    if (operator.text.includes(hole)) return this.#stop(operator, "a value where an operator must stand");
    this.#take();
    const offset = this.#offset(attribute.at);
    const name = operator.text.toLowerCase();
    if (name === "pr") return { kind: "comparison", attribute: attribute.text, operator: name, offset };
    const value = this.#value(attribute.text);
    return value && { kind: "comparison", attribute: attribute.text, operator: name, value, offset };
  }

  #value(attribute: string): FilterValue | undefined {
    const token = this.#token;
    if (token.kind !== "word" && token.kind !== "string") return this.#stop(token, `no value for ${attribute}`);
    if (token.kind === "string" && token.text.includes(hole)) return this.#stopAtQuotes(token);
    this.#take();
    const hasHole = token.text.includes(hole);
    const offset = this.#offset(token.at);
    const text = token.text.replaceAll(hole, "‹value›");
    return { text, type: token.kind === "string" ? "text" : typeOf(token.text), hasHole, offset };
  }

  #isWord(word: string): boolean {
    return this.#token.kind === "word" && this.#token.text.toLowerCase() === word;
  }

  #take(): Token {
    const token = this.#token;
    this.#token = this.#next();
    return token;
  }

  #next(): Token {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at += 1;
    const at = this.#at;
    const first = this.#text[at];
    if (first === undefined) return { kind: "end", at, text: "the end" };
    if (first === "(" || first === ")") {
      this.#at += 1;
      return { kind: first === "(" ? "open" : "close", at, text: first };
    }
    return first === '"' ? this.#string(at) : this.#word(at);
  }

  #word(at: number): Token {
    const text = /^[^\s()"]+/.exec(this.#text.slice(at))?.[0] ?? "";
    this.#at += text.length;
    return { kind: "word", at, text };
  }

  #string(at: number): Token {
    const literal = /^"(?:[^"\\]|\\.)*"/s.exec(this.#text.slice(at))?.[0];
    if (literal === undefined) {
      this.problem ??= unexpected(this.#offset(at), "a quotation mark that is not closed");
      this.#at = this.#text.length;
      return { kind: "end", at, text: "the end" };
    }
    this.#at += literal.length;
    return { kind: "string", at, text: unquote(literal) };
  }

  #stopAtQuotes(token: Token): undefined {
    this.problem ??= {
      offset: this.#offset(token.at),
      found: "The filter has quotation marks around a value that is put in.",
      why: "Values are quoted where they are put in; quoted twice, the filter says something else.",
      help: 'Write the value without quotation marks: eq ${value}, not eq "${value}".',
      code: "E0000031",
    };
    return undefined;
  }

  #stop(token: Token, found: string): undefined {
    this.problem ??= unexpected(this.#offset(token.at), found);
    return undefined;
  }

  #offset(at: number): number {
    return this.#text.slice(0, at).replaceAll(hole, "").length;
  }
}

function typeOf(text: string): FilterValue["type"] {
  if (text === hole) return "open";
  if (text === "true" || text === "false") return "boolean";
  if (text === "null") return "null";
  return /^-?\d+(\.\d+)?$/.test(text) ? "number" : "bare";
}

function unquote(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    // An escape that JSON does not know: kept as written, Okta has the last word on it.
    return literal.slice(1, -1);
  }
}

function quote(text: string): string {
  return text === "the end" ? "the end" : `\`${text.replaceAll(hole, "‹value›")}\``;
}

function unexpected(offset: number, found: string): FilterProblem {
  return {
    offset,
    found: `The filter has ${found}.`,
    why: "Okta refuses a filter that it cannot parse.",
    help: 'Write conditions as `attribute operator "value"`, joined by and, or and parentheses.',
    code: "E0000031",
  };
}
