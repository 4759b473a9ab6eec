import { caveatsOf } from "../registry/caveats.ts";
import { getOperation, listOperations } from "../registry/catalogue.ts";
import { filterParameters } from "../registry/filters/check-filter.ts";
import { languageOf } from "../registry/filters/filter-languages.ts";
import { languageInWords } from "../registry/filters/language-in-words.ts";
import { nearest } from "../registry/filters/nearest.ts";
import { cheaperThan, noteOf, summaryOf } from "../registry/notes.ts";
import type { Operation } from "../registry/operation.ts";
import { snippetParameters } from "../registry/parameters.ts";
import { shapeInWords } from "../registry/shape-in-words.ts";
import { renderSlice } from "../sdk-stubs/slice.ts";
import { Failure } from "../terms/failure.ts";
import type { Effect } from "../terms/effect.ts";
import type { House } from "./house.ts";
import { knownSchema } from "./org/org-schema.ts";

/** One parameter of an operation, with everything that limits it. */
export interface DescribedParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  /** Its type and limits in words. */
  readonly takes: string;
  /** `host`: only Attest itself sets it, since it pages and projects. */
  readonly setBy: "snippet" | "host";
  /** For search, filter and q: what can be compared, and what to do about the rest. */
  readonly rules: readonly string[];
}

/** Everything that is known of one operation. */
export interface OperationPage {
  readonly operationId: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly effect: Effect;
  /** Why the effect is not what the method says. */
  readonly effectReason: string | null;
  readonly scopes: readonly string[];
  /** True where an API token is accepted beside OAuth. */
  readonly tokens: boolean;
  readonly adminRoles: readonly string[];
  readonly permissions: readonly string[];
  readonly parameters: readonly DescribedParameter[];
  /** How a list is walked; null for a single object. */
  readonly paging: {
    readonly by: string;
    readonly defaultLimit: number | null;
    readonly maxLimit: number | null;
  } | null;
  readonly bucket: string;
  readonly lifecycle: string;
  readonly engine: string | null;
  /** True where a 404 is the answer "no". */
  readonly absentIsAnswer: boolean;
  readonly note: string | null;
  readonly cheaper: string | null;
  readonly caveats: readonly string[];
  /** Its types as a model sees them, with the org's own attributes where they are known. */
  readonly types: string;
}

function describeParameters(operation: Operation): readonly DescribedParameter[] {
  const own = new Set(snippetParameters(operation).map((one) => one.name));
  return operation.parameters.map((one) => {
    const language = languageOf(operation.operationId, one.name);
    const isFilter = filterParameters.includes(one.name);
    return {
      name: one.name,
      in: one.in,
      required: one.required,
      takes: shapeInWords(one.shape),
      setBy: own.has(one.name) ? "snippet" : "host",
      rules:
        language === undefined
          ? isFilter
            ? ["What it compares is not known to Attest: Okta decides."]
            : []
          : languageInWords(language),
    };
  });
}

function pagingOf({ items, paging, defaultLimit, maxLimit }: Operation): OperationPage["paging"] {
  if (items === undefined) return null;
  return { by: paging, defaultLimit: defaultLimit ?? null, maxLimit: maxLimit ?? null };
}

/** The operation as it is named, whatever the case of its letters. Throws `registry/unknown-operation`, with the nearest name. */
function namedOperation(name: string): Operation {
  const all = listOperations();
  const found = all.find((one) => one.operationId.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return getOperation(found.operationId);
  const near = nearest(
    name,
    all.map((one) => one.operationId),
  );
  throw new Failure(
    "registry/unknown-operation",
    { operationId: name },
    {
      found: `Okta's API has no operation ${name}.`,
      why: "Only operations of the catalogue can be shown.",
      help: `${near === undefined ? "" : `Did you mean ${near}? `}Look for the right name with: attest operations WORDS`,
    },
  );
}

/** Everything that is known of an operation. Sends nothing. Throws `registry/unknown-operation`. */
export async function describeOperation(house: House, name: string): Promise<OperationPage> {
  const operation = namedOperation(name);
  const { operationId, tag, method, path, effect, effectReason, scopes, tokens, bucket, lifecycle, engine } = operation;
  const org = await house.findOrg();
  const orgSchema = knownSchema(house.folder, org?.address.origin);
  const cheaper = cheaperThan(operationId);
  const note = noteOf(operationId);
  return {
    operationId,
    tag,
    method,
    path,
    summary: summaryOf(operationId),
    effect,
    effectReason: effectReason ?? null,
    scopes,
    tokens,
    adminRoles: operation.adminRoles ?? [],
    permissions: operation.permissions ?? [],
    parameters: describeParameters(operation),
    paging: pagingOf(operation),
    bucket,
    lifecycle,
    engine: engine ?? null,
    absentIsAnswer: operation.absentIsAnswer === true,
    note: note === undefined || note === cheaper ? null : withoutCheaper(note, cheaper),
    cheaper: cheaper ?? null,
    caveats: caveatsOf(operationId).map((one) => one.text),
    types: renderSlice({ operationIds: [operationId], orgSchema, words: [] }),
  };
}

/** A note ends with what is cheaper, which has a line of its own here. */
function withoutCheaper(note: string, cheaper: string | undefined): string {
  return cheaper !== undefined && note.endsWith(cheaper) ? note.slice(0, -cheaper.length).trim() : note;
}
