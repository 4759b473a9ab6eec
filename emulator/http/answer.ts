/** What an endpoint answers: a status, a body that is JSON already, and headers. An array is sent as one header line an item. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** A 200 with this JSON text. */
export function answerText(body: string, headers?: Answer["headers"]): Answer {
  return headers === undefined ? { status: 200, body } : { status: 200, body, headers };
}

/** A 200 with this value. */
export function answerJson(value: unknown, headers?: Answer["headers"]): Answer {
  return answerText(JSON.stringify(value), headers);
}

/** What Okta answers to a write that has nothing to say. */
export const noContent: Answer = { status: 204, body: "" };

/** True where what was looked for came to an answer already: the error that says why it is not there. */
export function isAnswer(value: object): value is Answer {
  return "body" in value && "status" in value && typeof value.status === "number";
}
