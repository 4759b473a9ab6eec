import { resolve } from "node:path";
import envPaths from "env-paths";
import { makePrivateFolder } from "../../audit/database/private-folder.ts";
import { Failure } from "../../terms/failure.ts";

/** Where journal, library and stored credentials live: `home` if given, else the platform's place for application data. */
export function dataFolderPath(home: string | undefined): string {
  return resolve(home ?? envPaths("attest", { suffix: "" }).data);
}

/** Makes the data folder, readable by its owner alone. Throws `journal/unwritable` where that is not possible. */
export function openDataFolder(home: string | undefined): string {
  const path = dataFolderPath(home);
  try {
    makePrivateFolder(path);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new Failure(
      "journal/unwritable",
      { path, reason },
      {
        found: `The data folder ${path} cannot be made or owned (${reason}).`,
        why: "Attest keeps every request and response before it shows a row, so it does not start without it.",
        help: "Set ATTEST_HOME to a folder that you own.",
      },
      error,
    );
  }
  return path;
}
