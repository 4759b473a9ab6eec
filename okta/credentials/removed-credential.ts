/** Stands in a text where a secret stood. */
export const removedCredential = "[credential]";

/** The text without anything that looks like a token of OAuth: what Okta says may quote what was sent. */
export function withoutTokens(text: string): string {
  return text.replaceAll(/eyJ[\w-]+\.[\w-]*\.?[\w-]*/g, removedCredential);
}
