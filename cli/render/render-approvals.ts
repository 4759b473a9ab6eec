import Table from "cli-table3";
import type { ListedApproval } from "../../main/approvals.ts";
import { safeText } from "./safe-text.ts";

const plain = { head: [], border: [], compact: true };
const shortHash = 16;

/** Whether a review may run by this approval without being asked for again. */
function standing({ how, revoked }: ListedApproval): string {
  if (revoked !== undefined) return `taken back by ${safeText(revoked.operator)}, ${revoked.at}`;
  return how === "unseen" ? "held for its run alone" : "stands";
}

/** Approvals as a table, newest first. */
export function renderApprovals(approvals: readonly ListedApproval[]): string {
  if (approvals.length === 0) return "Nothing was approved yet.";
  const table = new Table({ head: ["review", "approved", "by", "how", "org", "state", "title"], style: plain });
  for (const one of approvals) {
    const { reviewHash, at, operator, how, org, title } = one;
    const what = safeText(title ?? "(forgotten)");
    table.push([reviewHash.slice(0, shortHash), at, safeText(operator), how, safeText(org), standing(one), what]);
  }
  return table.toString();
}

/** What was approved of one review, newest first. */
export function renderApprovalHistory(approvals: readonly ListedApproval[]): string {
  const lines = approvals.map((one) => {
    const { operator, how, at, org, limits } = one;
    const bounds = `at most ${limits.calls} requests and ${limits.wallMs / 60_000} minutes`;
    return `  ${at}  by ${safeText(operator)} (${how}), for ${safeText(org)}, ${bounds}: ${standing(one)}`;
  });
  const [first] = approvals;
  return [`${safeText(first?.title ?? "(forgotten)")}, review ${first?.reviewHash ?? ""}`, ...lines].join("\n");
}

/** What was taken back. */
export function renderRevoked(approvals: readonly ListedApproval[]): string {
  const orgs = [...new Set(approvals.map((one) => safeText(one.org)))].join(", ");
  const title = safeText(approvals[0]?.title ?? "(forgotten)");
  return `Taken back: ${title}, for ${orgs}. It asks again before it runs; what ran before stays in the journal.`;
}
