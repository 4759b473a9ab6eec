import type { webcrypto } from "node:crypto";

/** A key as JSON. */
export type JsonWebKey = webcrypto.JsonWebKey;
