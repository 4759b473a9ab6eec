/** A switch was set by a person, or tripped by what the journal has of the last hour. The newest change counts. */
export interface GateChange {
  readonly gate: "planning" | "writes";
  /** `tripped` and `off`: no model is asked, the phrasebook plans; or nothing but reads is run. */
  readonly state: "on" | "off" | "tripped";
  readonly why: string;
  /** Null where it tripped by itself. */
  readonly operator: string | null;
  /** Percent of operators for whom it is on. */
  readonly share: number;
  /** Operators for whom it is on whatever the share. */
  readonly allowed: readonly string[];
}
