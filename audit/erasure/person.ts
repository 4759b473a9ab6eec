/** A person of an org, by everything that names one: for looking through texts, never to be written. */
export interface Person {
  /** Whether the text has anything that names the person and nobody else. */
  isIn(text: string): boolean;
  /** Whether the text has anything that may mean the person: a first or last name, a number of an employee. */
  mayBeIn(text: string): boolean;
  /** Takes in what the text says of the person besides what is known; true where that was anything new. */
  learnFrom(text: string): boolean;
}

/** Keys under which a user, an actor or a row carries what one person alone has. */
const ownKeys: ReadonlySet<string> = new Set(["login", "email", "alternateId", "userName", "username"]);
/** Keys of what names a person, though others may have it too: a switchboard's number, a mailbox, a name. */
const sharedKeys: ReadonlySet<string> = new Set([
  "secondEmail",
  "mobilePhone",
  "primaryPhone",
  "phoneNumber",
  "displayName",
  "employeeNumber",
]);
const idKeys: ReadonlySet<string> = new Set(["id", "userId", "user_id"]);

/** Ids of users; those of groups and apps name something else. */
const userId = /^00u[0-9A-Za-z]{3,}$/;
/** Keys under which a user has something that others may have too. */
const hintingKeys: ReadonlySet<string> = new Set([
  "firstName",
  "lastName",
  "middleName",
  "nickName",
  "displayName",
  "employeeNumber",
]);

/** A shorter value would be found everywhere. */
const shortest = 5;
const shortestHint = 3;
/** Base64 of a shorter value is found by chance. */
const shortestEncoded = 8;
/** Numbers of employees and short names: as whole words they still mean other things. */
const isTelling = (value: string): boolean => value.length >= shortest && /[@ +.]|^\d{7,}$|^00u/.test(value);

const escapedForRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const telephone = /^\+?[\d ()./-]{7,}$/;

/** As itself, as JSON writes it, as JSON in JSON does, as a URL does, and a telephone number without its spaces. */
function formsOf(value: string): readonly string[] {
  const inQuery = encodeURIComponent(value);
  const forms = [
    value,
    asJson(value),
    asJson(asJson(value)),
    inQuery,
    inQuery.replaceAll("%20", "+"),
    encodeURI(value),
  ];
  const dialled = telephone.test(value) ? [value.replaceAll(/[^+\d]/g, "")] : [];
  return [...new Set([...forms, ...dialled])];
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null;

/** What base64 texts have in them that have the value in them, wherever it begins: cursors of lists are such texts. */
function encodedForms(value: string): readonly string[] {
  if (value.length < shortestEncoded) return [];
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value, "utf8")]);
    const text = bytes.toString("base64").replaceAll("=", "");
    // Letters at either end are made of what stands beside the value as well.
    const inner = text.slice(before === 0 ? 0 : before + 1, bytes.length % 3 === 0 ? undefined : -1);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Where a word begins: not within a longer one, but after what JSON or a URL writes as several letters. */
const wordStart = String.raw`(?<=^|[^\p{L}\p{N}._-]|%[0-9A-Fa-f]{2}|\\[bfnrt]|\\u[0-9A-Fa-f]{4})`;
const wordEnd = String.raw`(?![\p{L}\p{N}_-])`;

const anyOf = (forms: readonly string[]): string => `(?:${forms.map(escapedForRegExp).join("|")})`;

/** Finds any of the values as whole words: joann@acme.com is not ann@acme.com, though the one ends like the other. */
const wordsPattern = (values: Iterable<string>): RegExp =>
  new RegExp(wordStart + anyOf([...values].flatMap(formsOf)) + wordEnd, "iu");

/** Finds any of the values within base64; undefined where all are too short. */
function encodedPattern(values: Iterable<string>): RegExp | undefined {
  const forms = [...values].flatMap(encodedForms);
  return forms.length === 0 ? undefined : new RegExp(anyOf(forms), "u");
}

/** Every object in a JSON value, whole texts of JSON in it included. */
function* objectsIn(value: unknown): IterableIterator<Plain> {
  if (!isPlain(value)) return;
  yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** What an object says of whom it is about: its own properties, and those of its profile and credentials. */
function propertiesOf(one: Plain): readonly (readonly [string, string])[] {
  const parts = [one, one["profile"], one["credentials"]].filter(isPlain);
  return parts.flatMap((part) =>
    Object.entries(part).flatMap(([key, value]) => (typeof value === "string" ? [[key, value] as const] : [])),
  );
}

function fullNames(properties: ReadonlyMap<string, string>): readonly string[] {
  const [first, last] = [properties.get("firstName"), properties.get("lastName")];
  if (first === undefined || last === undefined || first === "" || last === "") return [];
  return [`${first} ${last}`, `${last}, ${first}`];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The person with that login. Knows the login alone, until it has learnt more. */
export function createPerson(login: string): Person {
  const known = new Set([login.toLowerCase()]);
  const names = new Set([login]);
  const hints = new Set<string>();
  let pattern: RegExp | undefined;
  let encoded: RegExp | undefined;
  let hinting: RegExp | undefined;

  const currentPattern = (): RegExp => (pattern ??= wordsPattern(names));

  function learn(value: string): boolean {
    if (known.has(value.toLowerCase())) return false;
    known.add(value.toLowerCase());
    names.add(value);
    pattern = encoded = undefined;
    return true;
  }

  function learnHint(value: string): void {
    if (value.length < shortestHint || hints.has(value)) return;
    hints.add(value);
    hinting = undefined;
  }

  /** Objects that have something which the person alone has, and which is known, are about the person. */
  function learnFromObject(one: Plain): boolean {
    const properties = propertiesOf(one);
    const isAbout = properties.some(
      ([key, value]) => (ownKeys.has(key) || idKeys.has(key)) && known.has(value.toLowerCase()),
    );
    if (!isAbout) return false;
    for (const [key, value] of properties) if (hintingKeys.has(key)) learnHint(value);
    const names = properties.flatMap(([key, value]) => (ownKeys.has(key) || sharedKeys.has(key) ? [value] : []));
    const values = [
      ...[...names, ...fullNames(new Map(properties))].filter(isTelling),
      ...properties.flatMap(([key, value]) => (idKeys.has(key) && userId.test(value) ? [value] : [])),
    ];
    return values.map(learn).some(Boolean);
  }

  return {
    isIn: (text) => currentPattern().test(text) || (encoded ??= encodedPattern(names))?.test(text) === true,
    mayBeIn: (text) => hints.size > 0 && (hinting ??= wordsPattern(hints)).test(text),
    learnFrom: (text) =>
      currentPattern().test(text) ? [...objectsIn(parsed(text))].map(learnFromObject).some(Boolean) : false,
  };
}
