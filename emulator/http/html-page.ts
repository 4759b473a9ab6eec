import type { Answer } from "./answer.ts";

/** The page that Okta's edge sends when it is not the API that answers. */
export function htmlPage(status: number): Answer {
  const body = `<!DOCTYPE html><html><head><title>Okta: ${status}</title></head><body><h1>Something went wrong</h1></body></html>`;
  return { status, body, headers: { "content-type": "text/html;charset=utf-8" } };
}
