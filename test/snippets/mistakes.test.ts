import { afterAll, expect, test } from "vitest";
import { createChecker } from "../../executor/check/checker.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { helpers } from "./mistakes/helpers.ts";
import { hiddenValues } from "./mistakes/hidden-values.ts";
import { inventedByName } from "./mistakes/invented-by-name.ts";
import { inventedByType } from "./mistakes/invented-by-type.ts";
import { inventedByValue } from "./mistakes/invented-by-value.ts";
import { inventedFields } from "./mistakes/invented-fields.ts";
import { inventedSettings } from "./mistakes/invented-settings.ts";
import { otherFilters } from "./mistakes/other-filters.ts";
import { reads } from "./mistakes/reads.ts";
import { rows } from "./mistakes/rows.ts";
import { shape } from "./mistakes/shape.ts";
import { userAndGroupFilters } from "./mistakes/user-and-group-filters.ts";
import { valuesAndParameters } from "./mistakes/values-and-parameters.ts";

const snippets = [
  ...inventedFields,
  ...inventedSettings,
  ...inventedByType,
  ...inventedByValue,
  ...inventedByName,
  ...hiddenValues,
  ...valuesAndParameters,
  ...shape,
  ...userAndGroupFilters,
  ...otherFilters,
  ...reads,
  ...rows,
  ...helpers,
];
const checker = createChecker();

afterAll(() => checker.close());

test.concurrent.for(snippets)(
  "$name is one finding at its line, with help",
  async (mistake, { expect: expectHere }) => {
    const result = await checker.check(mistake.source, { orgSchema: baseSchema() });
    const findings = result.kind === "findings" ? result.findings : [];
    const found = findings.map(({ line, code, why, help }) => ({
      line,
      code: mistake.code === undefined ? undefined : code,
      helps: why.length > 20 && help.length > 10,
    }));
    expectHere(found).toEqual([{ line: mistake.line, code: mistake.code, helps: true }]);
  },
);

test("there are at least 70, each with another name", () => {
  const names = new Set(snippets.map((one) => one.name));
  expect([snippets.length >= 70, names.size]).toEqual([true, snippets.length]);
});
