import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { deriveKeys } from "../../audit/entries/journal-keys.ts";
import type { KeyRing } from "../../audit/entries/key-ring.ts";
import { detailColumns, openDetail } from "../../audit/entries/sealed-detail.ts";
import { openText } from "../../audit/entries/sealed-text.ts";

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function opened(folder: string, ring: KeyRing): readonly string[] {
  const database = new DatabaseSync(join(folder, "journal.db"), { readOnly: true });
  const journal = database.prepare("SELECT value FROM about WHERE name = 'journal'").get()?.["value"];
  const keys = deriveKeys(ring.find(String(journal)) ?? new Uint8Array());
  const details = database.prepare(`SELECT ${detailColumns} FROM entries WHERE detail IS NOT NULL`).all();
  const bodies = database.prepare("SELECT hash, content FROM bodies").all();
  database.close();
  const texts = [
    ...details.map((row) => openDetail(keys, row)),
    ...bodies.map(({ hash, content }) =>
      content instanceof Uint8Array ? openText(keys, String(hash), content) : null,
    ),
  ];
  return texts.map((text) => {
    if (text === null || text === "changed") throw new Error("a text cannot be opened");
    return text.text;
  });
}

/** Everything that can be read with the key: all files of a data folder byte by byte, and every sealed text of its journal. */
export function readableTexts(folder: string, ring: KeyRing): string {
  return [...filesUnder(folder).map((path) => readFileSync(path, "latin1")), ...opened(folder, ring)].join("\n");
}
