import type { Paging } from "../operation.ts";

/** Corrections of how a list is walked and where its items stand. */
export interface PagingFacts {
  readonly paging?: Paging;
  readonly items?: string;
  readonly defaultLimit?: number;
  readonly maxLimit?: number;
}

/**
 * By operationId. Sources: the specification's text where its parameters are silent, Okta's reference pages before 2024,
 * recorded traffic of real orgs.
 */
export const pagingFacts: Readonly<Record<string, PagingFacts>> = {
  // Pages by Link although the specification shows neither limit nor after (okta-sdk-java issues 1286, 1291, 1611).
  listUserGroups: { paging: "link", defaultLimit: 200, maxLimit: 200 },
  // A walk with 10,000 a page paged inconsistently until 2024 (OKTA-795107); Okta's pages still advise 200.
  listGroups: { defaultLimit: 10_000, maxLimit: 200 },
  listGroupUsers: { defaultLimit: 1000, maxLimit: 1000 },
  listGroupOwners: { paging: "none" },
  // Stated in the text only: 100 bindings a page, no limit parameter.
  listBindings: { defaultLimit: 100 },
  // Fewer and fuller rows: with the parameter `expand` Okta advises pages of 20 at most.
  listDevices: { defaultLimit: 200, maxLimit: 200 },
  listPolicies: { paging: "link" },
  // Recorded with Link and a limit of 20, although the specification shows no cursor.
  listPolicyApps: { paging: "link" },
  // The body is an array although the specification shows one object.
  listAuthenticatorEnrollments: { items: "", paging: "none" },
  // A list in all but name.
  getRoleTargetsByUserIdAndRoleId: { paging: "none" },
  listFeatures: { paging: "none" },
};
