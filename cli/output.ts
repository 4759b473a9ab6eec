import ora, { type Ora } from "ora";

/** Where a verb writes: answers to standard output, everything else (progress, prompts, hints) to standard error. */
export interface Output {
  readonly answer: (text: string) => void;
  readonly say: (text: string) => void;
  /** Draws a line of progress over the one before. It is gone as soon as anything else is written. */
  readonly progress: (text: string) => void;
  /** Takes the line of progress away. Where no line can be drawn over, how far it came is said once, now. */
  readonly settle: () => void;
  /** True where a person can be asked. */
  readonly interactive: boolean;
}

/** Who reads an answer may have enough of it, as `head` has: the verb goes on, and its exit code says how it fared. */
function allowGoneReader(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

/** The process's own output. */
export function standardOutput(): Output {
  const stream = process.stderr;
  allowGoneReader(process.stdout);
  allowGoneReader(stream);
  let line: Ora | undefined;
  let latest: string | undefined;
  const settle = (): void => {
    line?.stop();
    line = undefined;
    if (stream.isTTY !== true && latest !== undefined) stream.write(`${latest}\n`);
    latest = undefined;
  };
  return {
    settle,
    answer: (text) => {
      settle();
      process.stdout.write(`${text}\n`);
    },
    say: (text) => {
      settle();
      stream.write(`${text}\n`);
    },
    progress: (text) => {
      latest = text;
      if (stream.isTTY !== true) return;
      line ??= ora({ stream, discardStdin: false }).start();
      line.text = text;
    },
    interactive: process.stdin.isTTY === true && stream.isTTY === true,
  };
}
