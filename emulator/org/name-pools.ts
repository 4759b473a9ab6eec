import { Faker, en } from "@faker-js/faker";
import type { Choices } from "./random.ts";

/** Words that people's attributes are drawn from. */
export interface NamePools {
  readonly firstNames: Choices<string>;
  readonly lastNames: Choices<string>;
  readonly cities: Choices<string>;
  readonly streets: Choices<string>;
  readonly titles: Choices<string>;
}

const diacriticFirst = ["Zoë", "Łukasz", "José", "François", "Jürgen", "Åsa", "Søren", "Renée", "Đorđe", "Nguyễn"];
const oddLast = [
  "O'Brien",
  "D'Angelo",
  "García-López",
  "Müller",
  "Dvořák",
  "Çelik",
  "van der Berg",
  "St. John",
  "Ñúñez",
];

function unique(make: () => string, count: number, also: readonly string[]): Choices<string> {
  const found = new Set<string>(also);
  for (let tries = 0; found.size < count + also.length && tries < count * 4; tries += 1) found.add(make());
  const [first = "Unnamed", ...rest] = found;
  return [first, ...rest];
}

/** The pools of a seed. Drawn once for an org: a seeded faker a person would make an org of 200,000 slow to start. */
export function createNamePools(seed: number): NamePools {
  const faker = new Faker({ locale: [en], seed });
  return {
    firstNames: unique(() => faker.person.firstName(), 600, diacriticFirst),
    lastNames: unique(() => faker.person.lastName(), 450, oddLast),
    cities: unique(() => faker.location.city(), 60, ["São Paulo", "Zürich", "Kraków"]),
    streets: unique(() => faker.location.street(), 80, []),
    titles: unique(() => faker.person.jobTitle(), 120, []),
  };
}
