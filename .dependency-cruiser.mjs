/** Which folders a folder may import, besides itself and terms/. This is the map of the project; ARCHITECTURE.md draws it. */
const mayImport = {
  terms: [],
  registry: [],
  "sdk-stubs": ["registry"],
  executor: ["registry", "sdk-stubs"],
  okta: ["registry"],
  audit: [],
  planner: ["registry"],
  library: [],
  reports: ["library"],
  deliveries: [],
  tables: [],
  emulator: ["registry"],
  main: [
    "registry",
    "sdk-stubs",
    "executor",
    "okta",
    "audit",
    "planner",
    "library",
    "reports",
    "deliveries",
    "tables",
    "emulator",
  ],
  cli: ["main"],
  web: ["main"],
  mcp: ["main"],
};

/** Which files may hold a power: a package or Node module that runs code, or reaches a disk, a process or a network. */
const powers = {
  "isolated-vm": "^executor/sandbox/isolate[.]ts$",
  esbuild: "^executor/bundle[.]ts$",
  typescript:
    "^(executor/check/|executor/origins/|executor/evidence/|executor/projection/(list-reflections|readable-names|trace-reads)|sdk-stubs/generate|scripts/)",
  nodemailer: "^deliveries/mail[.]ts$",
  ky: "^(okta/transport|deliveries/webhook)[.]ts$",
  undici: "^okta/wire[.]ts$",
  jose: "^okta/credentials/|^emulator/",
  "@anthropic-ai/sdk": "^planner/models/",
  "@anthropic-ai/bedrock-sdk": "^planner/models/",
  "@anthropic-ai/vertex-sdk": "^planner/models/",
  "google-auth-library": "^planner/models/",
  "@napi-rs/keyring": "^main/config/keychain[.]ts$",
  "node:sqlite": "^audit/",
  "csv-parse": "^tables/",
  child_process: "^executor/sandbox/process[.]ts$|^main/signing/ssh-keygen[.]ts$|^scripts/|^bench/",
  vm: "^$",
  module: "^cli/attest[.]mjs$",
  net: "^$",
  worker_threads: "^executor/check/|^audit/writing/",
};

/** The folders of audit/, each of which may import those before it: from an entry up to what is counted of many. */
const auditOrder = ["entries", "database", "erasure", "proof", "writing", "runs", "books", "tallies", "transfer"];

const folders = Object.keys(mayImport);
const inside = (names) => `^(${names.join("|")})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...folders.map((from) => ({
      name: `${from}-imports`,
      severity: "error",
      comment: `${from}/ may import itself, ${["terms", ...mayImport[from]].join("/, ")}/ and no other folder. See ARCHITECTURE.md.`,
      from: { path: inside([from]) },
      to: {
        path: inside([...folders, "scripts", "test", "bench"]),
        pathNot: inside([from, "terms", ...mayImport[from]]),
      },
    })),
    ...Object.entries(powers).map(([power, holders]) => ({
      name: `power-${power}`,
      severity: "error",
      comment: `${power} is a power. Only ${holders} may hold it, so that a reader knows where to look.`,
      from: { pathNot: [holders, "^test/"] },
      to: { path: `(^|/)node_modules/${power}/|^${power}(/|$)`, dependencyTypesNot: ["type-only"] },
    })),
    ...auditOrder.slice(0, -1).map((from, at) => ({
      name: `audit-${from}-imports`,
      severity: "error",
      comment: `audit/${from}/ stands below ${auditOrder.slice(at + 1).join(", ")} and imports none of them.`,
      from: { path: `^audit/${from}/` },
      to: { path: `^audit/(journal[.]ts$|(${auditOrder.slice(at + 1).join("|")})/)` },
    })),
    {
      name: "isolate-is-an-island",
      severity: "error",
      comment: "This code runs inside the isolate, where nothing but its own folder and types exist.",
      from: { path: "^sdk-stubs/isolate/" },
      to: { pathNot: "^sdk-stubs/isolate/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-cycle",
      severity: "error",
      comment: "A cycle, even of types alone, is one concept split over two files.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphan",
      severity: "error",
      comment: "Nothing imports this file. Use it or delete it.",
      from: {
        orphan: true,
        pathNot: ["[.]d[.]ts$", "^(cli/index|web/server|mcp/server)[.]ts$", "^[.]", "^scripts/", "^bench/"],
      },
      to: {},
    },
    {
      name: "no-import-of-tests",
      severity: "error",
      comment: "What ships may not lean on tests.",
      from: { pathNot: "^(test|bench|scripts)/|^vitest[.]config[.]mjs$" },
      to: { path: "^test/" },
    },
    {
      name: "resolves",
      severity: "error",
      comment: "This import leads nowhere. (A peer of a measurement has packages of its own, installed apart.)",
      from: { pathNot: "^bench/code-mode/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Snippets: their one import is a name that only the isolate resolves, and our own checker holds them to it.
    exclude: { path: "^reports/(starter|stig)/" },
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".js", ".json"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
