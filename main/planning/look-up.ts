import type { LookUp, LookUpItem, LookUpRequest, LookUpResult } from "../../planner/context.ts";
import { lookUpSnippet } from "../../planner/look-ups/look-up-snippet.ts";
import { Failure } from "../../terms/failure.ts";
import type { Row } from "../../terms/cell.ts";
import type { Approval } from "../../terms/approval.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import type { RunReport } from "../run-report.ts";
import { execute } from "../run/execute.ts";
import { defaultLimits } from "../run/run-limits.ts";

function defect(request: LookUpRequest, what: string): Failure<"snippet/threw"> {
  return new Failure(
    "snippet/threw",
    { line: undefined, column: undefined, message: what },
    {
      found: `The built-in look-up of ${request.subject} did not work: ${what}`,
      why: "Without it a word of the question cannot be tied to the org.",
      help: "Set LOOKUPS=off to go on without look-ups, and report this as a defect of Attest.",
    },
  );
}

function text(row: Row, key: string): string | undefined {
  const value = row[key];
  return typeof value === "string" ? value : undefined;
}

function itemOf(row: Row): LookUpItem {
  const count = row["count"];
  const [id, status, type] = [text(row, "id"), text(row, "status"), text(row, "type")];
  return {
    name: text(row, "name") ?? text(row, "attribute") ?? "",
    ...(id === undefined ? {} : { id }),
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { type }),
    ...(typeof count === "number" ? { count } : {}),
  };
}

/** How many names were read: the snippets say so in a note, `outOf 47`. */
function outOf(report: RunReport): number {
  const said = report.notes.map((note) => /^outOf (\d+)$/.exec(note)?.[1]).find((found) => found !== undefined);
  return said === undefined ? report.rows.length : Number(said);
}

function resultOf(report: RunReport): LookUpResult {
  const total = outOf(report);
  return {
    items: report.rows.map(itemOf),
    outOf: total,
    requests: report.requests.map((one) => ({
      operationId: one.operationId,
      showed: `${report.rows.length} of ${total} in ${one.count} ${one.count === 1 ? "request" : "requests"}`,
    })),
  };
}

/** Runs built-in look-ups: fixed snippets, checked like any other, approved with the release, journalled like any run. */
export function createLookUp(house: House, orgSchema: OrgSchema, front: Front): LookUp {
  return async (request) => {
    const { source, parameters } = lookUpSnippet(request);
    const result = await house.checker().check(source, { orgSchema });
    if (result.kind === "findings") throw defect(request, result.findings[0]?.message ?? "it has findings");
    const org = await house.org();
    const approval: Approval = {
      reviewHash: result.checked.review.reviewHash,
      org: org.address.origin,
      operator: operatorName(),
      at: new Date().toISOString(),
      how: "release",
      limits: defaultLimits(result.checked.review.price),
    };
    const report = await execute(
      house,
      { checked: result.checked, orgSchema, approval, parameters, planner: "look-up" },
      front,
    );
    if (report.failure !== undefined) {
      const { code, details, found, why, help } = report.failure;
      throw new Failure(code, details, { found, why, help });
    }
    return resultOf(report);
  };
}
