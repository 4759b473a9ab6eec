// Question: Which active devices are not managed, and whose are they?
// Area: devices
// Key: id, userId

// Counts: one row for each user of an ACTIVE device to whom it stands as NOT_MANAGED
// Traps: registered with Okta Verify is not the same as managed; one device may have several users

import { okta } from "okta";

export const title = "Devices in use that are not managed";

export default async function () {
  const devices = await okta.listDevices({ search: 'status eq "ACTIVE"', expand: "userSummary" }).all();
  return devices.flatMap((device) =>
    device._embedded.users
      .filter((one) => one.managementStatus === "NOT_MANAGED")
      .map((one) => ({
        id: device.id,
        device: device.profile.displayName,
        platform: device.profile.platform,
        status: device.status,
        userId: one.user?.id ?? null,
        login: one.user?.profile?.login ?? null,
        managementStatus: one.managementStatus ?? null,
        lastUpdated: device.lastUpdated,
      })),
  );
}
