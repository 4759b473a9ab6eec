import { PrivateFile } from "../../library/private-file.ts";
import { Failure } from "../../terms/failure.ts";

/** A private file of settings that Attest wrote. Reading one that is not as it was written throws `config/invalid`. */
export function settingsFile<T>(path: string, parse: (value: unknown) => T): PrivateFile<T> {
  return new PrivateFile(path, {
    parse,
    broken: (broken, cause) =>
      new Failure(
        "config/invalid",
        { setting: broken, expected: "a file that Attest wrote" },
        {
          found: `${broken} cannot be read as Attest's own file.`,
          why: "It was edited or cut off; nothing of it was used, and it was left as it is.",
          help: "Mend it, or move it away and connect again.",
        },
        cause,
      ),
  });
}
