import type { DescribeOperations } from "../../planner/tools/tool.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import { describePart, renderSlice } from "../../sdk-stubs/slice.ts";

/** Gives a model the part of the stub that it asks for, with the org's own attributes. */
export function describeOperations(orgSchema: OrgSchema): DescribeOperations {
  return (operationIds, paths, words) => {
    const parts = paths.map((place) => {
      const [operationId = "", path = ""] = place.split(" ");
      return describePart(operationId, path, { orgSchema, words }) ?? `// ${place}: there is no such part`;
    });
    const slice = operationIds.length === 0 ? [] : [renderSlice({ operationIds, orgSchema, words })];
    return [...slice, ...parts].join("\n\n");
  };
}
