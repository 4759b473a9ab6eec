import { expect, test } from "vitest";
import { findAddon, thisMachine } from "../../../executor/sandbox/platform.ts";
import { isFailure } from "../../../terms/failure.ts";

function helpOn(change: Partial<ReturnType<typeof thisMachine>>): string {
  try {
    return findAddon({ ...thisMachine(), ...change });
  } catch (error) {
    return isFailure(error, "platform/unsupported") ? error.text.found + error.text.help : String(error);
  }
}

test("an older Node is named with the one that is needed", () => {
  expect(helpOn({ node: "20.19.0" })).toBe("This is Node 20.19.0.Run Attest with Node 26 or newer.");
});

test("a machine without a prebuilt isolate is named with those that have one", () => {
  expect(helpOn({ platform: "darwin", architecture: "x64", node: "26.10.0" })).toBe(
    "There is no isolate for darwin-x64 with Node 26.10.0.Use Linux (x64, arm64), macOS on Apple silicon, or Windows (x64), with Node 26; on another machine a container of one of them will do.",
  );
});
