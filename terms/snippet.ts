import { hash } from "node:crypto";

/** A value that a snippet takes as a parameter: plain data, never code. */
export type ParameterValue = string | number | boolean | null | readonly string[] | readonly number[];

/** The values of a snippet's parameters by name. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** Hex SHA-256 of a text as UTF-8. Used for every hash that Attest shows or chains. */
export function hashText(text: string): string {
  return hash("sha256", text);
}
