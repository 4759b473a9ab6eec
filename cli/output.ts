/** Where a verb writes: answers to standard output, everything else (progress, prompts, hints) to standard error. */
export interface Output {
  readonly answer: (text: string) => void;
  readonly say: (text: string) => void;
  /** True where a person can be asked. */
  readonly interactive: boolean;
}

/** The process's own output. */
export function standardOutput(): Output {
  return {
    answer: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => void process.stderr.write(`${text}\n`),
    interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
  };
}
