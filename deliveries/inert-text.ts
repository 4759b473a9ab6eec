/** What spreadsheets take for the begin of a formula, in its full width too, after anything that they trim or cannot show. */
const formulaStart = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
/** Some programs take what follows these for a cell of its own. */
const breaksOut = /^[\t\r\n]/;

/** A text that no spreadsheet takes for a formula: one that could be gets an apostrophe before it. */
export function inertText(text: string): string {
  return formulaStart.test(text) || breaksOut.test(text) ? `'${text}` : text;
}
