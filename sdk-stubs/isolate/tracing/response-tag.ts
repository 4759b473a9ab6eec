/** Where an object of a response stands: under which key of which object, or as the whole body of a step. */
export interface ResponseTag {
  readonly parent: object | undefined;
  readonly key: string | number;
  readonly step: number;
  /** Its number among the objects that evidence names, once it has one; kept here since a Map of them costs more than the rest. */
  number?: number;
}
