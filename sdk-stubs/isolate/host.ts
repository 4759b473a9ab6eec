/** One operation as the guest sees it: where a list's items stand in a page, or undefined for a single object. */
interface GuestOperation {
  readonly operationId: string;
  readonly items: string | undefined;
}

/** What the host hands over when the isolate starts. Plain data. */
export interface GuestSettings {
  /** The run's start, ISO 8601 with milliseconds. */
  readonly clock: string;
  /** IANA name of the operator's time zone. */
  readonly timeZone: string;
  readonly operations: readonly GuestOperation[];
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Input tables by parameter, their rows as JSON text. */
  readonly tables: readonly { readonly name: string; readonly text: string }[];
  /** Cuts the outermost list; undefined for a whole run. */
  readonly sampleSize: number | undefined;
  /** Which list that is: the first that is walked item by item, or, where none is, the first that is read. */
  readonly sampleOf: "walked" | "read";
  /** Characters of all notes together. */
  readonly noteBytes: number;
  /** Characters of all rows as JSON. */
  readonly resultBytes: number;
}

/** What the guest tells the host. Every message is one text. */
export type PostKind = "asks" | "note" | "rows" | "evidence" | "end";

declare const $post: (kind: PostKind, text: string) => void;
declare const $settings: string;

const send = $post;

// The host leaves both as globals for the moment between its start and this line; no other code has run yet.
Reflect.deleteProperty(globalThis, "$post");
const settingsText = $settings;
Reflect.deleteProperty(globalThis, "$settings");

function parseSettings(text: string): GuestSettings {
  return JSON.parse(text);
}

/** The settings of this run. */
export const settings: GuestSettings = parseSettings(settingsText);

let ended = false;

/** Sends one message to the host. After the message `end` nothing is sent any more. */
export function post(kind: PostKind, text: string): void {
  if (ended) return;
  if (kind === "end") ended = true;
  send(kind, text);
}
