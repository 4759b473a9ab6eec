import { type Comparison, comparisonOf, valuesIn } from "../../filters/evaluate-filter.ts";
import type { Filter } from "../../filters/parse-filter.ts";
import type { EventOutlines } from "./event-outlines.ts";
import { decisionsOf, type EventPart, type EventParts } from "./event-parts.ts";
import { remember, type Matches } from "./remember.ts";
import { createTargetTest } from "./target-test.ts";

/** Where an event has a value that passes, in the part of it that the attribute begins with. */
function hasPassing(outlines: EventOutlines, part: EventPart, { attribute, passes }: Comparison): Matches {
  const isIn = (value: unknown): boolean => valuesIn({ [part.name]: value })(attribute).some(passes);
  if (part.by === "targets") return createTargetTest(outlines, (target) => isIn([target]));
  const decisions = decisionsOf(outlines, part.by);
  const test: Matches = (position) => isIn(part.at(position));
  return decisions === undefined ? test : remember(decisions.count, decisions.at, test);
}

/** The positions whose events fulfil a filter, without an event being made for any of the others. */
export function matchFilter(outlines: EventOutlines, { parts }: EventParts, filter: Filter): Matches {
  const compared = (comparison: Comparison): Matches => {
    const part = parts.find(({ name }) => name === comparison.attribute.split(".")[0]);
    const has = part === undefined ? (): boolean => false : hasPassing(outlines, part, comparison);
    return comparison.isNegated ? (position) => !has(position) : has;
  };
  const match = (one: Filter): Matches => {
    if ("compValue" in one || one.op === "pr") return compared(comparisonOf(one, false));
    switch (one.op) {
      case "and": {
        const all = one.filters.map(match);
        return (position) => all.every((matches) => matches(position));
      }
      case "or": {
        const some = one.filters.map(match);
        return (position) => some.some((matches) => matches(position));
      }
      case "not": {
        const inner = match(one.filter);
        return (position) => !inner(position);
      }
      case "[]":
        return () => false;
    }
  };
  return match(filter);
}
