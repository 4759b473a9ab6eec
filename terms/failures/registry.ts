/** What can be asked of the registry in vain. */
export interface RegistryFailures {
  /** No operation of that name in the catalogue. */
  "registry/unknown-operation": { readonly operationId: string };
}
