import { findOperation } from "./catalogue.ts";
import { adminNotes } from "./notes/admin-notes.ts";
import { groupAndAppNotes } from "./notes/group-and-app-notes.ts";
import type { OperationNote, OperationNotes } from "./notes/operation-note.ts";
import { orgNotes } from "./notes/org-notes.ts";
import { policyNotes } from "./notes/policy-notes.ts";
import { userNotes } from "./notes/user-notes.ts";

const notes: OperationNotes = { ...userNotes, ...groupAndAppNotes, ...adminNotes, ...policyNotes, ...orgNotes };

/** Every operationId that has a note of ours. */
export function notedOperations(): readonly string[] {
  return Object.keys(notes);
}

/** When to use the operation, its trap, and what is cheaper: one to three sentences; undefined where we have none. */
export function noteOf(operationId: string): string | undefined {
  const own = find(operationId);
  const parts = [own?.note, own?.cheaper].filter((one) => one !== undefined);
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** One line on what the operation reads or does: ours, else made from its own name and tag. */
export function summaryOf(operationId: string): string {
  return find(operationId)?.summary ?? derivedSummary(operationId);
}

/** What to read in place of a loop over this operation, as a sentence; undefined where nothing is known to be cheaper. */
export function cheaperThan(operationId: string): string | undefined {
  return find(operationId)?.cheaper;
}

/** Administrators' own words for an operation, for the search; empty where it has no note. */
export function wordsFor(operationId: string): string {
  return find(operationId)?.words ?? "";
}

function find(operationId: string): OperationNote | undefined {
  return Object.hasOwn(notes, operationId) ? notes[operationId] : undefined;
}

/** `listUserBlocks` of `UserLifecycle` → `List user blocks (User Lifecycle).` */
function derivedSummary(operationId: string): string {
  const words = splitName(operationId).join(" ").toLowerCase();
  const tag = findOperation(operationId)?.tag;
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return tag === undefined ? `${sentence}.` : `${sentence} (${splitName(tag).join(" ")}).`;
}

/** The words of a camelCase name: `listOAuth2Claims` → list, OAuth2, Claims. */
export function splitName(name: string): readonly string[] {
  return name.replaceAll("OAuth", "Oauth").split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}
