/**
 * Values that real orgs answer beside the specification's, by shape, or by shape and path for a value that has no name of its
 * own (`"AppUser scope"`). From recorded traffic.
 */
export const widenedEnums: Readonly<Record<string, readonly string[]>> = {};
