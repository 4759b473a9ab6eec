import { answerJson } from "../http/answer.ts";
import type { Endpoint } from "../http/call.ts";
import { orgSettings } from "../org/configuration/org-settings.ts";

/** Reads of the settings of the org that are one object each. */
export const orgSettingEndpoints: readonly Endpoint[] = orgSettings.map(
  ({ operationId, path, bucket = "/api/v1", body }) => ({
    operationId,
    path,
    bucket,
    answer: ({ org }) => answerJson(body(org)),
  }),
);
