import type { ReviewedFilter } from "../../../terms/review.ts";
import { cutWords } from "./cut-words.ts";

/** What a review's reader, and an answer's, must know of lists that the snippet cuts short. */
export function cutWarnings(filters: readonly ReviewedFilter[]): readonly string[] {
  return filters.flatMap(({ words, line }) => {
    const isCut = Object.values(cutWords).some((start) => words?.startsWith(`${start} `) === true);
    return isCut ? [`${words}, whatever else there is (line ${line}).`] : [];
  });
}
