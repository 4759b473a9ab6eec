import { request } from "node:http";
import type { Emulator } from "../../emulator/start-emulator.ts";

/** An answer as it came over the wire. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Every `link` header line, in order. */
  readonly links: readonly string[];
  readonly text: string;
}

/** One request to an emulated org; the token is sent unless other headers are given. */
export function send(
  org: Emulator,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answered> {
  const headers = init.headers ?? { authorization: `SSWS ${org.token}` };
  const url = path.startsWith("http") ? path : `${org.origin}${path}`;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: init.method ?? "GET", headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const links = incoming.rawHeaders.flatMap((name, at) =>
          at % 2 === 0 && name.toLowerCase() === "link" ? [incoming.rawHeaders[at + 1] ?? ""] : [],
        );
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          links,
          text: Buffer.concat(chunks).toString(),
        });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(init.body);
  });
}

/** An object of a response. */
export type Item = Readonly<Record<string, unknown>>;

/** The parsed body of a read. */
export async function read<T = readonly Item[]>(org: Emulator, path: string): Promise<T> {
  return JSON.parse((await send(org, path)).text) as T;
}

/** All items of a list, by its next links. */
export async function readAll(org: Emulator, path: string): Promise<readonly Item[]> {
  const found: Item[] = [];
  let url: string | undefined = path;
  while (url !== undefined) {
    const answered: Answered = await send(org, url);
    found.push(...(JSON.parse(answered.text) as Item[]));
    url = answered.links.map((line) => /<([^>]+)>; rel="next"/.exec(line)?.[1]).find((href) => href !== undefined);
  }
  return found;
}

/** The ids of items. */
export function idsOf(items: readonly Item[]): readonly unknown[] {
  return items.map((item) => item["id"]);
}

/** A search or filter as a query parameter. */
export function asked(parameter: "search" | "filter", text: string): string {
  return `${parameter}=${encodeURIComponent(text)}`;
}

/** A value as text: a string as it is, all else as JSON. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
