// Question: Which active users lack a department, a manager or a user type?
// Area: data
// Key: id

// Counts: active users for whom at least one of these attributes is absent or blank
// Traps: Okta has no search for an absent attribute, so all active users are read

import { okta } from "okta";

export const title = "Active users with missing attributes";

export default async function () {
  const users = await okta.listUsers({ search: 'status eq "ACTIVE"' }).all();
  return users
    .map((user) => {
      const { department, manager, managerId, userType } = user.profile;
      const missing = [
        (department ?? "").trim() === "" ? "department" : "",
        (manager ?? "").trim() === "" && (managerId ?? "").trim() === "" ? "manager" : "",
        (userType ?? "").trim() === "" ? "userType" : "",
      ].filter((one) => one !== "");
      return { id: user.id, login: user.profile.login, status: user.status, missing };
    })
    .filter((row) => row.missing.length > 0);
}
