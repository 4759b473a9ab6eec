// Invariant 10: whatever starts after the settings were read inherits no secret, and nothing that is printed shows one.
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { takeSettings } from "../../main/config/settings.ts";

test("secrets are taken out of the environment, and the settings show none of them", () => {
  const environment = {
    OKTA_DOMAIN: "acme.okta.com",
    OKTA_API_TOKEN: "00secretTokenOfTheOrg",
    LLM_API_KEY: "sk-secret-key-of-the-model",
    ANTHROPIC_API_KEY: "sk-another-secret",
    ALERT_WEBHOOK: "https://hooks.acme.com/secret-channel",
    ANCHOR_WEBHOOK: "https://hooks.acme.com/secret-keeper",
    SMTP_URL: "smtps://attest%40acme.com:secret-password@mail.acme.com",
  };
  const settings = takeSettings(environment, "/nonexistent");
  const shown = `${JSON.stringify(settings)}${inspect(settings, { depth: 9, showHidden: true })}${String(settings.oktaToken)}`;
  expect({ environment, shown: /secret-|00secret|another/.test(shown), token: settings.oktaToken?.reveal() }).toEqual({
    environment: { OKTA_DOMAIN: "acme.okta.com" },
    shown: false,
    token: "00secretTokenOfTheOrg",
  });
});
