import type { ParameterValues } from "../../../terms/snippet.ts";

/** A snippet of one style, with the parameters that its tests give it. */
export interface StyledSnippet {
  readonly text: string;
  readonly parameters: ParameterValues;
}

const helpers =
  "each named exactlyOne same targetOf notKnown now daysAgo daysSince isBefore dayOf startOfDay filter".split(" ");

/** A whole snippet from the body of its function, its parameters and what stands before it. */
export function styled(body: string, parameters: ParameterValues = {}, before = ""): StyledSnippet {
  const used = helpers.filter((name) => new RegExp(`\\b${name}[(\`]`).test(body + before));
  const names = Object.keys(parameters);
  const parameter = names.length === 0 ? "" : `{ ${names.join(", ")} }: typeof params`;
  const lines = [
    `import { ${["okta", ...used].join(", ")} } from 'okta'`,
    "export const title = 'A style'",
    `export const params = ${JSON.stringify(parameters)}`,
    before,
    `export default async function (${parameter}) {`,
    body,
    "}",
  ];
  return { text: lines.join("\n"), parameters };
}
