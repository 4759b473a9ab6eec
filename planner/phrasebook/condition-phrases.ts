import { accessPhrases, bareAppPhrases } from "./access-phrases.ts";
import { datePhrases } from "./date-phrases.ts";
import { factorPhrases } from "./factor-phrases.ts";
import type { ConditionPhrase } from "./phrase.ts";
import { profilePhrases } from "./profile-phrases.ts";
import { rolePhrases } from "./role-phrases.ts";

/** How conditions on users are said. Add a line where an administrator would say it otherwise; a phrase may never leave a word uncovered. */
export const conditionPhrases: readonly ConditionPhrase[] = [
  ...rolePhrases,
  ...factorPhrases,
  ...accessPhrases,
  ...datePhrases,
  ...profilePhrases,
  ...bareAppPhrases,
];
