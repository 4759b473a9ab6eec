import type { Credential } from "../credentials/credential.ts";

/** What an error body of Okta's says. Its texts may quote what a user typed: they are data, and cut short. */
export interface ErrorBody {
  /** `E0000007`; undefined for the error pages of Okta's edge and for pages of anyone in between. */
  readonly errorCode: string | undefined;
  /** One line; "" where there is none. */
  readonly summary: string;
  /** True where the body is a JSON object at all. */
  readonly isJson: boolean;
}

const longestSummary = 300;

function asLine(text: string): string {
  const line = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length > longestSummary ? `${line.slice(0, longestSummary)}…` : line;
}

function textAt(value: object, key: string): string {
  const found: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return typeof found === "string" ? found : "";
}

function causesOf(value: object): string {
  const causes: unknown = "errorCauses" in value ? value.errorCauses : undefined;
  if (!Array.isArray(causes)) return "";
  return causes
    .map((cause: unknown) => (typeof cause === "object" && cause !== null ? textAt(cause, "errorSummary") : ""))
    .filter((text) => text !== "")
    .slice(0, 3)
    .join("; ");
}

/** Reads an error body: Okta's own shape, the edge's `{status, message}`, or OAuth's `{error, error_description}`. */
export function parseErrorBody(text: string, credential: Pick<Credential, "redact">): ErrorBody {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { errorCode: undefined, summary: "", isJson: false };
  }
  if (typeof value !== "object" || value === null) return { errorCode: undefined, summary: "", isJson: false };
  const code = textAt(value, "errorCode") || textAt(value, "error");
  const summary = textAt(value, "errorSummary") || textAt(value, "error_description") || textAt(value, "message");
  const causes = causesOf(value);
  return {
    errorCode: /^[A-Za-z0-9_]{1,64}$/.test(code) ? code : undefined,
    summary: asLine(credential.redact(causes === "" ? summary : `${summary}: ${causes}`)),
    isJson: true,
  };
}
