/** Point checks: operations whose 404 means "no", not "wrong". */
export const absentIsAnswer: ReadonlySet<string> = new Set([
  "getApplicationUser",
  "getApplicationGroupAssignment",
  "getGroupPushMapping",
  "getFactor",
  "getMemberOfBinding",
  "getUserAssignedRole",
  "getGroupAssignedRole",
  "getRolePermission",
  "getLinkedObjectDefinition",
  "getPrincipalRateLimitEntity",
]);
