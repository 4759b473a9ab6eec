import type { Secret } from "../../terms/secret.ts";

/** Takes registered secrets out of every text before it is written. */
export interface Redactor {
  /** From now on this value is in no text that passes. */
  protect(secret: Secret): void;
  /** The text with every registered secret, also as JSON or a URL would write it, replaced by `[secret]`. */
  redact(text: string): string;
}

/** A shorter text would be found everywhere, and is no secret. */
const shortest = 4;

const escaped = (value: string): string => JSON.stringify(value).slice(1, -1);

// Twice escaped: a model request is JSON text that stands in JSON text.
function formsOf(value: string): readonly string[] {
  return [...new Set([escaped(escaped(value)), escaped(value), encodeURIComponent(value), value])];
}

/** A redactor that knows no secret yet. The secrets live in its closure alone: printing or cloning it shows none. */
export function createRedactor(): Redactor {
  const forms = new Set<string>();
  return {
    protect: (secret) => {
      const value = secret.reveal();
      if (value.length >= shortest) for (const form of formsOf(value)) forms.add(form);
    },
    redact: (text) => {
      let clean = text;
      for (const form of forms) if (clean.includes(form)) clean = clean.replaceAll(form, "[secret]");
      return clean;
    },
  };
}
