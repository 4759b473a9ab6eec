/** Headers of an answer. */
export interface ReplyHeaders {
  /** The value of the header with that lower-case name, several joined by ", "; null where there is none. */
  get(name: string): string | null;
}

/** Headers as the HTTP parser gives them. A whole `Headers` object would cost more than all else that is done with them. */
export function toReplyHeaders(raw: Readonly<Record<string, string | readonly string[] | undefined>>): ReplyHeaders {
  return {
    get(name) {
      const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
      if (value === undefined) return null;
      return typeof value === "string" ? value : value.join(", ");
    },
  };
}
