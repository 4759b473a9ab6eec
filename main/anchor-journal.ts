import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Anchor, appendAnchor, readAnchors } from "../audit/proof/anchors.ts";
import { isWebhookUrl } from "../deliveries/is-webhook-url.ts";
import { Failure } from "../terms/failure.ts";
import { Secret } from "../terms/secret.ts";
import { postAnchor } from "./anchoring/post-anchor.ts";
import { isInside } from "./doctor/is-inside.ts";
import type { House } from "./house.ts";

/** An anchor that was signed, and where it is kept now. */
export interface AnchoredJournal {
  readonly anchor: Anchor;
  /** Null where it was only to be shown. */
  readonly keptIn:
    | { readonly kind: "file"; readonly path: string }
    | { readonly kind: "webhook"; readonly host: string }
    | null;
}

function badPlace(to: string, found: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "--to", expected: "a file outside the data folder, or a URL that begins with https://" },
    {
      found,
      why: "An anchor is of use where whoever can write the journal cannot write; nothing was signed.",
      help: "Name a file outside the data folder that is new or has anchors, or a URL that begins with https://.",
    },
  );
}

function notKept(place: string, reason: string, cause?: unknown): Failure<"journal/anchor-not-kept"> {
  return new Failure(
    "journal/anchor-not-kept",
    { place, reason },
    {
      found: `The anchor did not get to ${place}: ${reason}.`,
      why: "Without it nothing there shows how far the journal went until now; the journal itself is as it was.",
      help: "See that the place can be written and reached, and do it again; without --to the anchor is printed.",
    },
    cause,
  );
}

function emptyJournal(path: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "entry", name: path },
    {
      found: `The journal ${path} has no entries yet.`,
      why: "There is nothing that an anchor could vouch for.",
      help: "Ask something first.",
    },
  );
}

/** A file that is something else is not written into. */
function assertAnchorFile(house: House, to: string, path: string): void {
  if (isInside(house.folder, path)) throw badPlace(to, `${path} is inside the data folder.`);
  if (!existsSync(path)) return;
  const stats = statSync(path);
  if (!stats.isFile()) throw badPlace(to, `${path} is no file.`);
  if (stats.size > 0 && readAnchors(path).length === 0) throw badPlace(to, `${path} is a file without anchors.`);
}

async function keepAnchor(anchor: Anchor, to: string, signal: AbortSignal): Promise<AnchoredJournal["keptIn"]> {
  if (isWebhookUrl(to)) {
    const { host } = new URL(to);
    const sent = await postAnchor(new Secret(to), anchor, signal);
    if (sent.kind === "failed") throw notKept(`the webhook at ${host}`, sent.reason);
    return { kind: "webhook", host };
  }
  const path = resolve(to);
  try {
    appendAnchor(path, anchor);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw notKept(path, reason, error);
  }
  return { kind: "file", path };
}

/**
 * Signs the end of the journal, and appends that to a file or posts it to a webhook where one is named. Throws `config/invalid` for
 * a place that is none to keep anchors in, `journal/not-found` for an empty journal, and `journal/anchor-not-kept`.
 */
export async function anchorJournal(
  house: House,
  to: string | undefined,
  signal: AbortSignal,
): Promise<AnchoredJournal> {
  const isUrl = to !== undefined && /^[a-z][a-z+.-]+:\/\//i.test(to);
  if (isUrl && !isWebhookUrl(to)) throw badPlace(to, "The URL is none that an anchor is posted to.");
  if (to !== undefined && !isUrl) assertAnchorFile(house, to, resolve(to));
  const journal = house.journal();
  const anchor = journal.anchors.sign();
  if (anchor === undefined) throw emptyJournal(journal.path);
  return { anchor, keptIn: to === undefined ? null : await keepAnchor(anchor, to, signal) };
}
