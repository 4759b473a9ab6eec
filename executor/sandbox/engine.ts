/** What an engine runs: our runtime, the module `okta` over it, the snippet, and the values of the run. */
export interface EngineProgram {
  /** ES module with `begin`, `deliver` and everything that `okta` exports. */
  readonly runtime: string;
  /** What the module `okta` re-exports from the runtime. */
  readonly exports: readonly string[];
  /** The snippet as JavaScript; its only import is `okta`. */
  readonly snippet: string;
  /** Settings of the guest as JSON. */
  readonly settings: string;
}

/** Why an engine gave up a guest. `threw`: the snippet's own error, with its stack; the others are bounds. */
export type EngineStop =
  | { readonly kind: "threw"; readonly name: string; readonly message: string; readonly stack: string }
  | { readonly kind: "time" }
  | { readonly kind: "memory" };

/** Takes one message of the guest. Both are checked to be what they are declared. */
export type TakePost = (kind: string, text: string) => void;

/**
 * One guest in one isolate. Contract: only texts and numbers cross; no value of the host is ever reachable in the guest; every
 * entry into the guest ends after the given time. After a stop the guest is dead and must not be entered again.
 */
export interface Engine {
  /** Links the modules and starts the snippet; settles when the guest has gone as far as it can without an answer. */
  start(program: EngineProgram, timeoutMs: number): Promise<EngineStop | undefined>;
  /** Gives one answer to the guest; settles when the guest has gone as far as it can with it. Answers keep their order. */
  deliver(step: number, kind: number, text: string, timeoutMs: number): Promise<EngineStop | undefined>;
  /** Milliseconds of processor time in the guest so far; readable while the guest runs. */
  cpuMs(): number;
}

/** Makes an engine. `post` is called on the host's thread for each message of the guest. */
export type CreateEngine = (memoryMb: number, post: TakePost) => Engine;
