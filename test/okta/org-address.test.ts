import { describe, expect, test } from "vitest";
import { parseOrgAddress } from "../../okta/org-address.ts";
import { isFailure } from "../../terms/failure.ts";

describe("what people paste is an address", () => {
  test.each([
    ["acme.okta.com", "https://acme.okta.com"],
    ["https://acme.okta.com/", "https://acme.okta.com"],
    ["  https://acme.okta.com/app/UserHome?x=1 ", "https://acme.okta.com"],
    ["https://acme-admin.okta.com/admin/dashboard", "https://acme.okta.com"],
    ["ACME-Admin.OktaPreview.com", "https://acme.oktapreview.com"],
    ["'dev-123456.okta.com'", "https://dev-123456.okta.com"],
    ["login.acme.example", "https://login.acme.example"],
    ["acme.okta.com.", "https://acme.okta.com"],
    ["https://ACME-admin.okta.com./admin/users ,", "https://acme.okta.com"],
    ["https:/acme.okta.com", "https://acme.okta.com"],
    ["\tacme.okta.com:443\r\n", "https://acme.okta.com"],
    ["<https://acme.okta-emea.com>;", "https://acme.okta-emea.com"],
    ["Login.Acme.Example./", "https://login.acme.example"],
    ["acme.okta.mil", "https://acme.okta.mil"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["localhost:8080", "http://localhost:8080"],
    ["http://[::1]:8080/x", "http://[::1]:8080"],
  ])("%s", (text, origin) => {
    expect(parseOrgAddress(text).origin).toBe(origin);
  });
});

test("an org of Okta's own domains has an admin host", () => {
  expect(parseOrgAddress("acme.okta.com").adminOrigin).toBe("https://acme-admin.okta.com");
});

describe("what could send a token astray is refused", () => {
  test.each([
    "",
    "acme",
    "http://acme.okta.com",
    "http://127.0.0.1.example.com",
    "ftp://acme.okta.com",
    "https://user:word@acme.okta.com",
    "developer.okta.com",
    "okta.com",
    "https://oktapreview.com/login",
    "acme.okta.com,beta.okta.com",
    "acme.okta.com beta.okta.com",
    "HTTP://acme.okta.com",
    "http://login.acme.example",
    "https://",
  ])("%s", (text) => {
    let caught: unknown;
    try {
      parseOrgAddress(text);
    } catch (error) {
      caught = error;
    }
    expect(isFailure(caught, "config/invalid")).toBe(true);
  });
});
