import { expect, test } from "vitest";
import { getOperation } from "../../registry/catalogue.ts";
import { countUnknownLeaves, fits } from "../../registry/fit.ts";
import { responseShape } from "../../registry/shape-path.ts";
import type { Shape } from "../../registry/shape.ts";
import { withoutSharedData } from "../shared-data.ts";
import { type ExampleAnswer, exampleAnswers } from "./spec-examples.ts";

/** Examples that are not what Okta answers, `operationId name`, by what is wrong with them. */
const excused: Readonly<Record<string, readonly string[]>> = {
  "a name is misspelt, or has a quotation mark in it": [
    "listApplicationKeys ListAllKeyCredentialsExample",
    "getApplicationKey KeyCredentialExample",
    "getAuthenticatorMethod sms",
    "listRefreshTokensForAuthorizationServerAndClient ListRefreshTokenClients",
    "getDevicePostureCheck MacOS",
    "getDevicePostureCheck Windows",
    "getUserSchema Response using default with a subset of properties for brevity",
    "listTrustedOrigins TrustedOriginsResponse",
    "getTrustedOrigin TrustedOriginResponse",
    "getTrustedOrigin TrustedOriginResponseWithIframeEmbedding",
    "getTrustedOrigin TrustedOriginResponseWithIframeEmbeddingSignIn",
    "listAssignedRolesForUser Standard roles",
    "listAssignedRolesForUser Custom roles",
    "getUserAssignedRole Custom roles",
    "listNetworkZones RetrieveAllZones",
    "getNetworkZone RetrieveNetworkZoneEnhancedDynamic",
  ],
  "a part is indented wrongly, so that it stands inside another": [
    "listApplications ResponseExample1",
    "listApplications ResponseExample3",
    "listAuthorizationServerPolicyRules ListAuthorizationServerPolicyRules",
    "getAuthorizationServerPolicyRule AuthorizationServerPolicyRule",
    "listInlineHooks InlineHooktMgmtListAllexample",
    "getInlineHook InlineHookOAuthPrivateKey",
    "getApplicationUserSchema Response with a subset of properties for brevity",
    "getPolicyRule AuthenticationPolicyRuleWithPlatformDeviceConstraints",
    "getSession SessionsRetrieve",
  ],
  "a list is written as one of its items, or one object as a list": [
    "listAgentPools ListAllAgentPoolsResponse",
    "listAgentPoolsUpdates ListAllAgentPoolUpdatesResponse",
    "getOAuth2Claim RetrieveCustomTokenClaim",
    "getRefreshTokenForAuthorizationServerAndClient RetrieveRefreshTokenClient",
    "getPolicyRule AuthPolicyRule2FAEnablePostAuthKmsi",
    "getPolicyRule AuthPolicyRule2FADisablePostAuthKmsi",
  ],
  "a text that looks like a number is not quoted, or a flag is": [
    "listLogEvents ListLogs",
    "listLogEvents ListLogsWithAdditionalSecurityContext",
    "getAuthenticatorEnrollment PhoneDisclosedEx",
    "getIdentityProvider GenericOidcIdpResponse",
  ],
  "it is what is sent to make the rule, without the times that Okta adds": [
    "getPolicyRule EnableSpecificRoutingRule",
    "getPolicyRule EnableDynamicRoutingRule",
    "getPolicyRule EnableSsprSecurityQuestionStepUp",
    "getPolicyRule EnableSsprSSOStepUp",
    "getPolicyRule EnableSsprNoStepUp",
    "getPolicyRule EnableSsprWithOAMP",
    "getPolicyRule EnableSsprWithConstraints",
    "getPolicyRule EnableSsprNoEmailEnroll",
  ],
  "it shows a part of an answer": [
    "listUsers UsersProjections",
    "listUserGroups List user groups",
    "listLogEvents LogTargetChangeDetails",
  ],
  "a word stands where a value would": [
    "listPolicies password",
    "listPolicies passwordWithBreachedProtection",
    "getPolicy password",
    "getPolicy passwordWithBreachedProtection",
  ],
  "it writes a value in capitals that the schema and Okta's reference do not": [
    "getNetworkZone RetrieveNetworkZoneDynamic",
  ],
  "it contradicts the operation's own schema, and no recorded answer settles it": [
    "listJwk OAuthClientJsonWebKeyListResponseExample",
  ],
};

function bodyOf({ operationId, body }: ExampleAnswer): unknown {
  const { items } = getOperation(operationId);
  if (items === undefined || items === "") return items === "" && !Array.isArray(body) ? [body] : body;
  return Array.isArray(body) ? { [items]: body } : body;
}

function shapeOf({ operationId }: ExampleAnswer): Shape {
  return responseShape(getOperation(operationId)) ?? { kind: "unknown" };
}

test.skipIf(withoutSharedData)(
  "every answer that the specification shows for a GET fits its type, or is known to be none",
  () => {
    const examples = exampleAnswers();
    const misfits = examples.filter((one) => fits(shapeOf(one), bodyOf(one)).length > 0);
    const fitting = examples.filter((one) => !misfits.includes(one));
    const leaves = fitting.map((one) => countUnknownLeaves(shapeOf(one), bodyOf(one)));
    const all = leaves.reduce((sum, one) => sum + one.leaves, 0);
    const unknown = leaves.reduce((sum, one) => sum + one.unknown, 0);
    const operations = new Set(examples.map((one) => one.operationId)).size;
    process.stdout.write(
      `${fitting.length} of ${examples.length} examples of ${operations} operations fit; ` +
        `${((100 * unknown) / all).toFixed(1)} % of their ${all} values have no type\n`,
    );
    const named = misfits.map((one) => `${one.operationId} ${one.name}`);
    expect(named.toSorted()).toEqual(Object.values(excused).flat().toSorted());
    expect([operations > 230, unknown / all < 0.03]).toEqual([true, true]);
  },
);
