import { defineConfig } from "vitest/config";
import base from "../../vitest.config.mjs";

// What takes minutes: counts that show what the short tests can only sample. `npm run test:long -- --shard=1/4` runs a part.
export default defineConfig({
  test: {
    ...base.test,
    include: ["test/long/**/*.test.ts"],
    exclude: [],
    // What a run leaves behind can only be told from what was not collected yet by collecting.
    execArgv: ["--expose-gc"],
  },
});
