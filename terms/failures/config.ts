/** What can be wrong with the configuration or the machine. */
export interface ConfigFailures {
  /** A setting is missing. */
  "config/missing": { readonly setting: string };
  /** A setting has a value that cannot be used. The value itself is not kept: it may be a secret. */
  "config/invalid": { readonly setting: string; readonly expected: string };
  /** The store of secrets cannot be read or written. */
  "config/secrets": { readonly place: string; readonly reason: string };
  /** No prebuilt isolated-vm for this platform, or a Node without the permission model. */
  "platform/unsupported": { readonly platform: string; readonly node: string };
}
