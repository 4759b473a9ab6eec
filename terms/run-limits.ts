/** Bounds of one run. Reached, they stop the run; nothing that was read is lost. */
export interface RunLimits {
  /** Requests to Okta. */
  readonly calls: number;
  /** Bytes of response bodies. */
  readonly bytes: number;
  /** Milliseconds from start to end, waiting for Okta included. */
  readonly wallMs: number;
  /** Milliseconds of processor time inside the isolate. */
  readonly cpuMs: number;
  /** Megabytes of the isolate's heap. */
  readonly memoryMb: number;
  /** Bytes of the rows as JSON. */
  readonly resultBytes: number;
  /** Bytes of notes. */
  readonly noteBytes: number;
}
