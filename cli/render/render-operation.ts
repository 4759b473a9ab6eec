import type { DescribedParameter, OperationPage } from "../../main/operation-page.ts";

function parameterLines({ name, required, takes, setBy, rules, in: place }: DescribedParameter): readonly string[] {
  const marks = [place, ...(required ? ["required"] : []), ...(setBy === "host" ? ["set by Attest alone"] : [])];
  return [`  ${name} (${marks.join(", ")}): ${takes}`, ...rules.map((rule) => `    - ${rule}`)];
}

function pagingLine({ paging }: OperationPage): string {
  if (paging === null) return "one object";
  const walked = { link: "walked by Link headers", body: "walked by _links.next in the body", none: "one page" };
  const by = paging.by === "link" || paging.by === "body" || paging.by === "none" ? walked[paging.by] : paging.by;
  const sizes = [
    ...(paging.maxLimit === null ? [] : [`${paging.maxLimit} items a page at most`]),
    ...(paging.defaultLimit === null ? [] : [`${paging.defaultLimit} unless asked`]),
  ];
  return ["list", by, ...sizes].join(", ");
}

function needs(page: OperationPage): readonly string[] {
  return [
    `Scopes: ${page.scopes.length === 0 ? "none" : page.scopes.join(" ")}${page.tokens ? "; an API token is accepted too" : "; OAuth alone, no API token"}`,
    ...(page.adminRoles.length === 0 ? [] : [`Roles, one of: ${page.adminRoles.join(", ")}`]),
    ...(page.permissions.length === 0 ? [] : [`Permissions of a custom role, one of: ${page.permissions.join(", ")}`]),
  ];
}

/** Everything that is known of an operation, for a terminal. */
export function renderOperation(page: OperationPage): string {
  const { operationId, method, path, summary, effect, effectReason, parameters } = page;
  return [
    `${operationId}: ${summary}`,
    `Request: ${method} ${path} (${page.tag})`,
    `Effect: ${effect}${effectReason === null ? "" : `. ${effectReason}`}`,
    ...needs(page),
    `Gives: ${pagingLine(page)}${page.absentIsAnswer ? "; 404 means no, and is undefined" : ""}`,
    `Rate-limit bucket: ${page.bucket}`,
    `Lifecycle: ${page.lifecycle}${page.engine === null ? "" : `, on ${page.engine === "oie" ? "Identity Engine" : "Classic Engine"} alone`}`,
    ...(page.note === null ? [] : [`Note: ${page.note}`]),
    ...(page.cheaper === null ? [] : [`Cheaper: ${page.cheaper}`]),
    ...page.caveats.map((caveat) => `Mind: ${caveat}`),
    parameters.length === 0 ? "Parameters: none" : "Parameters:",
    ...parameters.flatMap(parameterLines),
    "Types:",
    page.types,
  ].join("\n");
}
