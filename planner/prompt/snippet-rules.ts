import { exampleSnippet, readThatMayFail } from "./example-snippet.ts";

/** What a snippet may be, by one example and the rules that it does not show. */
export const snippetRules: string = `## A snippet

\`\`\`ts
${exampleSnippet}\`\`\`

- One import, from 'okta'. Map, Set, sort, reduce and helper functions are fine; params may be left out. Call operations only as okta.operationId({ … }), with Okta's parameter names. Lists: .all(), .first(n), for await.
- Names and values that an operator may want to change are params with defaults. \`title\` and column names are plain literals.
- Read per item with each(items, fn), never with await in a loop.
- Find a named thing with named(list, path, text): it handles case, ambiguity and absence. Never guess an id.
- Rows are flat, with the same keys in every row: text, number, boolean, null, list of texts. Rows of users have id, login and status, of groups id and name, of apps id, label and status, of others id and name. Every condition of the question is a column too, with the value that was read; \`?? null\` where a value may be absent. Values of responses under Okta's own names (lastLogin, status); no column that is the same literal in every row (that somebody is in both groups, or has no access, is said by the title), none named like a response field that holds something else.
- An optional property that is absent was not reported: neither yes nor no. Where a condition of the question reads one, keep items that lack it, with null in its column, or give their number in note(text); never take them for the good case. A profile attribute that is absent is empty.
- Use only properties that the described types have. No any, no as (but as const), no !, no optional properties in own types, no try/catch, classes, console, Date or Math.random. === only. ASCII names, lines under 160 characters.
- Filter in Okta (search, filter) where the notes allow it, built with filter\`…\`; else in the snippet.
- A failed read ends the run. Where a row is still right without it, the read ends in .orUnknown(), after .all() where it is a list; the cell may hold what was not known:

\`\`\`ts
${readThatMayFail}
\`\`\`

- "How many": one row with the number and no other column; by something: one row for each, with its number. Sorted or limited only where the question asks.`;
