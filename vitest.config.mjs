import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { ClosingLineReporter } from "./test/closing-line-reporter.ts";

// Sandbox tests start processes with a permission model; worker threads as test runners would break isolated-vm.
export default defineConfig({
  test: {
    pool: "forks",
    // One file a core, also where there are only two: many tests wait for processes of their own.
    maxWorkers: "100%",
    include: ["test/**/*.test.ts"],
    exclude: ["test/long/**"],
    // Keys of the tests' journals stay out of the settings of whoever runs the tests.
    env: { XDG_CONFIG_HOME: join(tmpdir(), "attest-test-settings") },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default", new ClosingLineReporter()],
  },
});
