/** What a model costs, in US dollars a million tokens. No price is built in: they change, and an old one would be an invented one. */
export interface ModelPrice {
  readonly inputUsd: number;
  readonly outputUsd: number;
}

/** Reads `3/15`: dollars a million tokens in, and out. Undefined for any other text. */
export function parseModelPrice(text: string): ModelPrice | undefined {
  const parts = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text);
  return parts === null ? undefined : { inputUsd: Number(parts[1]), outputUsd: Number(parts[2]) };
}
