/** How Attest names itself to Okta; it stands in the org's System Log. */
export const userAgent: string = `okta-attest node/${process.versions.node}`;
