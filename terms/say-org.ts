/** The name of an org that was given none: its domain. */
export function domainOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

/** An org in words, as `prod (https://acme.okta.com)`; its origin alone where it has no name or the name says no more. */
export function sayOrg(name: string | undefined, origin: string): string {
  return name === undefined || name === domainOf(origin) ? origin : `${name} (${origin})`;
}
