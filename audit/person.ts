/** A person of an org, by everything that names one: for looking through texts, never to be written. */
export interface Person {
  /** Whether the text has anything that names the person. */
  isIn(text: string): boolean;
  /** Takes in what the text says of the person besides what is known; true where that was anything new. */
  learnFrom(text: string): boolean;
}

/** Keys under which a user, an actor or a row carries something that names the person alone. */
const namingKeys: ReadonlySet<string> = new Set([
  "login",
  "email",
  "secondEmail",
  "alternateId",
  "userName",
  "username",
  "mobilePhone",
  "primaryPhone",
  "phoneNumber",
  "displayName",
  "employeeNumber",
]);
const idKeys: ReadonlySet<string> = new Set(["id", "userId", "user_id"]);

/** Ids of users; those of groups and apps name something else. */
const userId = /^00u[0-9A-Za-z]{3,}$/;
/** A shorter value would be found everywhere. */
const shortest = 5;
/** Numbers of employees and short names: as whole words they still mean other things. */
const isTelling = (value: string): boolean => value.length >= shortest && /[@ +.]|^\d{7,}$|^00u/.test(value);

const escapedForRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** As itself, as JSON writes it, as JSON in JSON does, and as a URL does. */
function formsOf(value: string): readonly string[] {
  return [...new Set([value, asJson(value), asJson(asJson(value)), encodeURIComponent(value), encodeURI(value)])];
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null;

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
  let pattern: RegExp | undefined;

  // Whole words alone: joann@acme.com is not ann@acme.com, though the one ends like the other.
  const currentPattern = (): RegExp =>
    (pattern ??= new RegExp(
      `(?<![\\p{L}\\p{N}._-])(?:${[...names].flatMap(formsOf).map(escapedForRegExp).join("|")})(?![\\p{L}\\p{N}_-])`,
      "iu",
    ));

  function learn(value: string): boolean {
    if (known.has(value.toLowerCase())) return false;
    known.add(value.toLowerCase());
    names.add(value);
    pattern = undefined;
    return true;
  }

  /** Objects that have a naming value which is known are about the person. */
  function learnFromObject(one: Plain): boolean {
    const properties = propertiesOf(one);
    const isAbout = properties.some(
      ([key, value]) => (namingKeys.has(key) || idKeys.has(key)) && known.has(value.toLowerCase()) && !isName(key),
    );
    if (!isAbout) return false;
    const values = [
      ...properties.flatMap(([key, value]) => (namingKeys.has(key) && isTelling(value) ? [value] : [])),
      ...properties.flatMap(([key, value]) => (idKeys.has(key) && userId.test(value) ? [value] : [])),
      ...fullNames(new Map(properties)).filter(isTelling),
    ];
    return values.map(learn).some(Boolean);
  }

  return {
    isIn: (text) => currentPattern().test(text),
    learnFrom: (text) =>
      currentPattern().test(text) ? [...objectsIn(parsed(text))].map(learnFromObject).some(Boolean) : false,
  };
}

/** Two people may have one name: it is looked for, but nobody is known by it. */
const isName = (key: string): boolean => key === "displayName";
