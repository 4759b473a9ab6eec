import type { OperationParameter } from "../operation.ts";

const text = (name: string, values?: readonly string[]): OperationParameter => ({
  name,
  in: "query",
  required: false,
  shape: { kind: "string", ...(values === undefined ? {} : { values }) },
});

const date = (name: string): OperationParameter => ({
  name,
  in: "query",
  required: false,
  shape: { kind: "string", format: "date-time" },
});

const limit: OperationParameter = {
  name: "limit",
  in: "query",
  required: false,
  shape: { kind: "number", integer: true, minimum: 1 },
};

/** Parameters that Okta answers to although the specification lacks them, or whose values it leaves open, by operation. */
export const addedParameters: Readonly<Record<string, readonly OperationParameter[]>> = {
  // okta-sdk-java issues 1286, 1291 and 1611.
  listUserGroups: [text("after"), limit],
  // Okta's System Log reference: ISO 8601, else E0000001.
  listLogEvents: [date("since"), date("until")],
  // okta-sdk-nodejs issue 429.
  getGroup: [text("expand", ["stats", "app"])],
  listUsers: [text("sortOrder", ["asc", "desc"]), text("expand", ["classification"])],
};
