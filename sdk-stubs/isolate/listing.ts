import { flushNow, parametersText } from "./ask.ts";
import { freezeGiven } from "./freeze-answer.ts";
import { isList } from "./primordials.ts";
import { asRead, type Read, send, type Sent } from "./read.ts";
import { takeReadSize, takeSampleSize } from "./sample.ts";
import { tracingHooks } from "./tracing-hooks.ts";

/** A list of an org, walked page by page by the host. */
export interface Listing extends AsyncIterable<unknown> {
  all(): Read<readonly unknown[]>;
  first(count: number): Read<readonly unknown[]>;
  pages(): AsyncIterable<readonly unknown[]>;
}

interface Walk {
  /** The whole list is wanted, not only as much of it as is walked. */
  readonly whole: boolean;
  unknownAllowed: boolean;
  current: Sent | undefined;
}

function itemsOf(operationId: string, body: unknown, property: string): readonly unknown[] {
  const items = property === "" ? body : readProperty(body, property);
  if (isList(items)) return items;
  throw new TypeError(
    `Okta's answer to ${operationId} holds no list${property === "" ? "" : ` under "${property}"`}. ` +
      "Rows from a part of a list would look complete. Report this operation: its entry in the registry is wrong.",
  );
}

function readProperty(body: unknown, property: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, property) : undefined;
}

async function* walkPages(
  operationId: string,
  parameters: unknown,
  property: string,
  walk: Walk,
): AsyncGenerator<readonly unknown[], void, undefined> {
  let next: Sent | undefined;
  let listing: number | undefined;
  // Read once, when the first page is asked for: all pages are of one list.
  const text = parametersText(operationId, parameters);
  const ask = (page: number): Sent => {
    const place = { listing, page, toTheEnd: walk.whole };
    const sent = send(operationId, text, place, walk.whole ? () => askAhead(page + 1) : undefined);
    if (walk.unknownAllowed) sent.allowUnknown();
    walk.current = sent;
    listing ??= sent.step;
    return sent;
  };
  // Where the whole list is wanted the next page is on its way while this one is parsed.
  const askAhead = (page: number): void => {
    next = ask(page);
    flushNow();
  };
  for (let page = 0; ; page += 1) {
    const sent = next ?? ask(page);
    next = undefined;
    const { body, more } = await sent.answered;
    yield itemsOf(operationId, body, property);
    if (!more) return;
  }
}

async function collect(pages: AsyncIterable<readonly unknown[]>, count: number): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  await fill(items, pages, count);
  return freezeGiven(items);
}

async function fill(items: unknown[], pages: AsyncIterable<readonly unknown[]>, count: number): Promise<void> {
  if (count <= 0) return;
  for await (const page of pages) {
    tracingHooks()?.deriveList(items, page);
    for (const item of page) {
      items.push(item);
      if (items.length >= count) return;
    }
  }
}

async function* walkItems(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<unknown, void, undefined> {
  let left = takeSampleSize();
  for await (const page of pages) {
    for (const item of page) {
      if (left <= 0) return;
      left -= 1;
      yield item;
    }
  }
}

/** A list operation with its parameters, not yet read. `property`: where the items stand in a page, "" for the body itself. */
export function createListing(operationId: string, parameters: unknown, property: string): Listing {
  const pages = (walk: Walk): AsyncGenerator<readonly unknown[], void, undefined> =>
    walkPages(operationId, parameters, property, walk);
  const read = (count: number): Read<readonly unknown[]> => {
    const walk: Walk = { whole: count === Infinity, unknownAllowed: false, current: undefined };
    return asRead(collect(pages(walk), count), () => {
      walk.unknownAllowed = true;
      walk.current?.allowUnknown();
    });
  };
  return freezeGiven<Listing>({
    all: () => read(takeReadSize()),
    first: (count) => {
      if (!Number.isInteger(count) || count < 0)
        throw new TypeError("first(count) needs a whole number of items, 0 or more.");
      return read(count);
    },
    pages: () => pages({ whole: false, unknownAllowed: false, current: undefined }),
    [Symbol.asyncIterator]: () => walkItems(pages({ whole: false, unknownAllowed: false, current: undefined })),
  });
}
