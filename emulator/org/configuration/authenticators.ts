import type { JsonObject } from "../json.ts";
import type { Org } from "../org.ts";
import { entries } from "./entry.ts";

const authenticator = (type: string, key: string, name: string, status = "ACTIVE"): JsonObject => ({
  type,
  key,
  status,
  name,
});

/** The authenticators of the org. */
export function authenticators(org: Org): readonly JsonObject[] {
  return entries(org, "aut", "/api/v1/authenticators", [
    authenticator("password", "okta_password", "Password"),
    authenticator("email", "okta_email", "Email"),
    authenticator("app", "okta_verify", "Okta Verify"),
    authenticator("phone", "phone_number", "Phone"),
    authenticator("security_key", "webauthn", "Security Key or Biometric"),
    authenticator("security_question", "security_question", "Security Question"),
    authenticator("app", "google_otp", "Google Authenticator"),
    authenticator("security_key", "yubikey_token", "YubiKey OTP", "INACTIVE"),
  ]);
}

const methodsByKey: Readonly<Record<string, readonly string[]>> = {
  okta_password: ["password"],
  okta_email: ["email"],
  okta_verify: ["push", "totp", "signed_nonce"],
  phone_number: ["sms", "voice"],
  webauthn: ["webauthn"],
  security_question: ["security_question"],
  google_otp: ["otp"],
  yubikey_token: ["otp"],
};

/** The methods of an authenticator. */
export function methodsOf(org: Org, item: JsonObject): readonly JsonObject[] {
  const key = typeof item["key"] === "string" ? item["key"] : "";
  const id = typeof item["id"] === "string" ? item["id"] : "";
  return (methodsByKey[key] ?? []).map((type) => ({
    type,
    status: type === "voice" ? "INACTIVE" : "ACTIVE",
    _links: {
      self: { href: `${org.origin}/api/v1/authenticators/${id}/methods/${type}`, hints: { allow: ["GET", "PUT"] } },
    },
  }));
}
