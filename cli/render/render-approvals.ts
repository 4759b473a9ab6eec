import Table from "cli-table3";
import type { ListedApproval } from "../../main/approvals.ts";
import type { listStanding } from "../../main/standing.ts";
import { safeText } from "./safe-text.ts";

const plain = { head: [], border: [], compact: true };
const shortHash = 16;

/** Whether a review may run by this approval without being asked for again. */
function standing({ how, revoked }: ListedApproval): string {
  if (revoked !== undefined) return `taken back by ${safeText(revoked.operator)}, ${revoked.at}`;
  return how === "unseen" || how === "standing" ? "held for its run alone" : "stands";
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

type Standing = ReturnType<typeof listStanding>[number];

const boundsOf = ({ scopes, calls, org }: Omit<Standing, "revoked">): string =>
  `${scopes.map(safeText).join(", ")}, at most ${calls} requests a run, on ${safeText(org)}`;

/** A standing approval that was given. */
export function renderGivenStanding(standing: Omit<Standing, "revoked">): string {
  const { id, until } = standing;
  return `Approved until ${until}: what is asked within ${boundsOf(standing)}. To take it back: attest approvals revoke ${id}`;
}

function standingState({ revoked, until }: Standing): string {
  if (revoked !== undefined) return `taken back by ${safeText(revoked.operator)}, ${revoked.at}`;
  return new Date().toISOString() < until ? `stands until ${until}` : `ended ${until}`;
}

/** Standing approvals, a line each; nothing where there are none. */
export function renderStanding(standing: readonly Standing[]): string {
  return standing
    .map((one) => `standing ${one.id}, by ${safeText(one.operator)}: ${boundsOf(one)}: ${standingState(one)}\n`)
    .join("");
}

/** What was taken back. */
export function renderRevoked(approvals: readonly ListedApproval[]): string {
  const orgs = [...new Set(approvals.map((one) => safeText(one.org)))].join(", ");
  const title = safeText(approvals[0]?.title ?? "(forgotten)");
  return `Taken back: ${title}, for ${orgs}. It asks again before it runs; what ran before stays in the journal.`;
}
