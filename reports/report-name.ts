import { Failure } from "../terms/failure.ts";

const pattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longest = 60;

/** True for a name that a report may have: lower case words and numbers with hyphens between them. */
export function isReportName(name: string): boolean {
  return name.length <= longest && pattern.test(name);
}

/** The name itself. Throws `config/invalid` for one that a report, or a schedule, may not have. */
export function checkReportName(name: string, what: "report" | "schedule" = "report"): string {
  if (isReportName(name)) return name;
  throw new Failure(
    "config/invalid",
    { setting: `the ${what}'s name`, expected: "words in lower case with hyphens" },
    {
      found: `${JSON.stringify(name)} is no name for a ${what}.`,
      why: "The name is also the name of its file, on any disk and in any shell.",
      help: `Use up to ${longest} lower case letters, digits and hyphens, such as admins-without-mfa.`,
    },
  );
}
