import { ambiguity } from "./ambiguity.ts";
import { helpers } from "./helpers.ts";
import { purpose } from "./purpose.ts";
import { snippetRules } from "./snippet-rules.ts";

/** Everything that is the same for every question: so that an endpoint can cache it. */
export const systemPrompt: string = [purpose, snippetRules, helpers, ambiguity].join("\n\n");
