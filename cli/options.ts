import { readFileSync } from "node:fs";
import { InvalidArgumentError, Option } from "commander";
import { Failure } from "../terms/failure.ts";

/** `--sample N`: only the first N items of the outermost list. */
export function sampleOption(): Option {
  return new Option("--sample <n>", "run on the first N items of the outermost list").argParser((text: string) =>
    wholeNumber(text, 1, 100_000),
  );
}

/** `--limits`: where the run is to be stopped. */
export function limitsOption(): Option {
  return new Option("--limits <list>", "where the run is stopped, such as calls=10000,minutes=60");
}

/** `--planner`: which planner is to be used, instead of the model where one is configured. */
export function plannerOption(): Option {
  return new Option("--planner <name>", "phrasebook or model").choices(["phrasebook", "model"]);
}

/** A whole number within bounds, or commander's own usage error. */
export function wholeNumber(text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  }
  return value;
}

/** A number within bounds, or commander's own usage error. */
export function decimal(text: string, least: number, most: number): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= least && value <= most)) throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
  return value;
}

/** Collects `--param name=value` into a record. */
export function collectParameter(text: string, sofar: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It is written name=value.");
  return { ...sofar, [text.slice(0, at)]: text.slice(at + 1) };
}

/** Collects the values of an option that may be given several times. */
export function collectNames(name: string, sofar: readonly string[] = []): readonly string[] {
  return [...sofar, name];
}

/** The text of a file that the operator named. Throws `config/invalid`. */
export function readNamedFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure(
      "config/invalid",
      { setting: path, expected: "a file that can be read" },
      {
        found: `${path} cannot be read.`,
        why: "There is nothing to check, run or go by.",
        help: "Name a file that is there, or for a snippet the hash of one that was shown before.",
      },
      error,
    );
  }
}
