import { isFailure } from "../../terms/failure.ts";

/** Code and finding of the failure that an action ends in; what is no failure is thrown on. */
export async function refusalOf(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (isFailure(error)) return `${error.code}: ${error.text.found}`;
    throw error;
  }
  return "it was not refused";
}
