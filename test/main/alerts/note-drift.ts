import type { AlertDesk } from "../../../main/alerts/alert-desk.ts";
import { driftConditions } from "../../../main/alerts/drift-conditions.ts";

/** Notes that so many of eight responses have a field that the catalogue does not know. */
export function noteDrift(desk: AlertDesk, deviating: number): void {
  const mismatch = {
    kind: "unknown-field",
    path: "wings",
    expected: "",
    found: "boolean",
    responses: deviating,
  } as const;
  const mismatches = deviating === 0 ? [] : [mismatch];
  const drift = { operationId: "getUserType", sampled: 8, deviating, mismatches };
  desk.note(driftConditions({ origin: "https://acme.okta.com", name: undefined }, [drift]));
}
