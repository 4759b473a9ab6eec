import type { LookUpItem } from "../context.ts";

/** The rows of a look-up's snippet as names; a row without a name is left out. Never throws. */
export function lookUpItems(rows: readonly Readonly<Record<string, unknown>>[]): readonly LookUpItem[] {
  return rows.flatMap((row) => {
    const name = text(row["name"] ?? row["attribute"]);
    if (name === undefined || name === "") return [];
    const [id, status, type] = [text(row["id"]), text(row["status"]), text(row["type"])];
    const count = typeof row["count"] === "number" ? row["count"] : undefined;
    return [
      {
        name,
        ...(id === undefined ? {} : { id }),
        ...(status === undefined ? {} : { status }),
        ...(type === undefined ? {} : { type }),
        ...(count === undefined ? {} : { count }),
      },
    ];
  });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
