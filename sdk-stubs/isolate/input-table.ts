/** What a snippet declares to take a file by. The host reads the columns from the text and hands the rows to the function. */
export function inputTable(): readonly never[] {
  return [];
}
