import { afterAll, expect, test } from "vitest";
import { eraseTypes, loadBundles, stopBundler } from "../../../executor/bundle.ts";

afterAll(() => stopBundler());

test("types are erased and nothing is read or added", async () => {
  const { code } = await eraseTypes("import { okta } from 'okta'\nexport const it: string = 'ü'\n");
  expect(code).toBe('import { okta } from "okta";\nconst it = "ü";\nexport {\n  it\n};\n');
});

test.each([
  "const text = await import(`./${'package'}.json`)",
  "const text = require('./package.json')",
  "import text from './package.json' with { type: 'text' }; text",
  "//# sourceMappingURL=package.json",
])("text that names a local file brings nothing of it: %s", async (source) => {
  const { code, map } = await eraseTypes(source);
  expect(`${code}${map}`.includes("isolated-vm")).toBe(false);
});

test("the bundles are made once, with one hash", async () => {
  const [first, second] = await Promise.all([loadBundles(), loadBundles()]);
  expect([first === second, /^[0-9a-f]{64}$/.test(first.hash)]).toEqual([true, true]);
});
