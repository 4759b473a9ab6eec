/** What keeps an emulated org from starting. */
export interface EmulatorFailures {
  /** Something else listens on the port. */
  "emulator/port-taken": { readonly port: number };
  /** An option is outside of what the emulator can be. */
  "emulator/bad-option": { readonly option: string; readonly value: number | string };
}
