import { expect, test } from "vitest";
import { diffRows } from "../../reports/diff-rows.ts";
import type { Row } from "../../terms/cell.ts";

const by = { keyColumns: ["id"], columns: ["id", "status", "apps"] };
const row = (id: string, status: Row[string] = "ACTIVE", apps: Row[string] = ["a", "b"]): Row => ({ id, status, apps });
const none = { added: [], removed: [], changed: [], notKnown: [], unpaired: [], unchanged: 0 };
const unread = { unknown: "403" };

test("rows are added, removed or changed by their key, whatever their order, and a list is the same in any order", () => {
  expect(
    diffRows([row("1"), row("2"), row("3")], [row("4"), row("3", "SUSPENDED"), row("1", "ACTIVE", ["b", "a"])], by),
  ).toEqual({
    ...none,
    added: [row("4")],
    removed: [row("2")],
    changed: [{ before: row("3"), after: row("3", "SUSPENDED"), columns: ["status"] }],
    unchanged: 1,
  });
});

test("rows of a key that a run has several of are never paired: equal ones are unchanged, the others stand together", () => {
  expect(
    diffRows(
      [row("1"), row("1", "STAGED"), row("2"), row("2"), row("3")],
      [row("1", "LOCKED_OUT"), row("1"), row("2"), row("3"), row("3")],
      by,
    ),
  ).toEqual({
    ...none,
    added: [row("3")],
    removed: [row("2")],
    unpaired: [{ key: { id: "1" }, why: "several", before: [row("1", "STAGED")], after: [row("1", "LOCKED_OUT")] }],
    unchanged: 3,
  });
});

test("a cell that is not known differs from none, and a row whose key is not known is paired with none", () => {
  const nobody = { ...row("5"), id: unread };
  expect(
    diffRows(
      [row("1", unread), row("2", unread), row("3"), nobody],
      [row("1"), row("2", unread, []), row("3", unread), nobody],
      by,
    ),
  ).toEqual({
    ...none,
    changed: [{ before: row("2", unread), after: row("2", unread, []), columns: ["apps"] }],
    notKnown: [
      { before: row("1", unread), after: row("1"), columns: ["status"] },
      { before: row("3"), after: row("3", unread), columns: ["status"] },
    ],
    unpaired: [{ key: { id: unread }, why: "not known", before: [nobody], after: [nobody] }],
  });
});
