/** Collects the parts of a snippet: imported names, parameters, statements. */
export class SnippetText {
  readonly #imports = new Set<string>(["okta"]);
  readonly #parameters = new Map<string, string | number>();
  readonly #taken = new Set<string>();
  readonly #written = new Map<string, string>();
  readonly #statements: string[] = [];

  /** A name that the snippet imports. */
  use(name: string): string {
    this.#imports.add(name);
    return name;
  }

  /** A parameter with its default; gives the name under which it is known in the snippet. */
  parameter(wanted: string, value: string | number): string {
    const name = this.name(wanted);
    this.#parameters.set(name, value);
    return name;
  }

  /** A name that nothing else in the snippet has: `group`, then `group2`. */
  name(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${wanted}${number}`;
    this.#taken.add(name);
    return name;
  }

  /** What `write` gave the first time it was asked for under that key: one read serves two conditions. */
  once(key: string, write: () => string): string {
    const known = this.#written.get(key);
    if (known !== undefined) return known;
    const made = write();
    this.#written.set(key, made);
    return made;
  }

  /** Statements of the function, in order. */
  add(...lines: readonly string[]): void {
    this.#statements.push(...lines.flatMap(wrap));
  }

  /** The whole snippet. */
  render(title: string): string {
    const parameters = [...this.#parameters].map(([name, value]) => `${name}: ${literal(value)}`);
    const names = [...this.#parameters.keys()];
    const head = parameters.length === 0 ? "" : `{ ${names.join(", ")} }: typeof params`;
    return [
      `import { ${[...this.#imports].join(", ")} } from 'okta'`,
      "",
      `export const title = ${literal(shorten(title))}`,
      ...(parameters.join(", ").length > 80
        ? ["export const params = {", ...parameters.map((one) => `  ${one},`), "}"]
        : [`export const params = {${parameters.length === 0 ? "" : ` ${parameters.join(", ")} `}}`]),
      "",
      `export default async function (${head}) {`,
      ...this.#statements.map((line) => (line === "" ? "" : `  ${line}`)),
      "}",
      "",
    ].join("\n");
  }
}

const widest = 110;

/** A long line is broken between conditions, since the gate refuses what does not fit a screen. Names are never in it. */
function wrap(line: string): readonly string[] {
  if (line.length <= widest) return [line];
  const at = Math.max(line.lastIndexOf(" && ", widest), line.lastIndexOf(" || ", widest));
  if (at <= 0) return [line];
  const indent = " ".repeat(line.length - line.trimStart().length + 2);
  return [line.slice(0, at + 3), ...wrap(`${indent}${line.slice(at + 4)}`)];
}

/** A title is one line, and the gate refuses lines in which something could hide at the far right. */
const longestTitle = 180;

function shorten(title: string): string {
  const isShort = literal(title).length <= longestTitle;
  return isShort ? title : `${title.slice(0, title.lastIndexOf(" ", longestTitle / 2))} and more`;
}

/** The lines of `const name = list.filter(...)` with one test a line where they are long. */
export function filterLines(name: string, list: string, item: string, tests: readonly string[]): readonly string[] {
  const line = `const ${name} = ${list}.filter((${item}) => ${tests.join(" && ")})`;
  if (line.length <= 110) return [line];
  const last = tests.length - 1;
  const broken = tests.map((test, index) => `    ${test}${index === last ? "," : " &&"}`);
  return [`const ${name} = ${list}.filter(`, `  (${item}) =>`, ...broken, ")"];
}

/** A value as source text, in ASCII: other characters are escaped inside the quotes. */
function literal(value: string | number): string {
  if (typeof value === "number") return String(value);
  const plain = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${plain}'`;
}
