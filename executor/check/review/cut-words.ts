/** How the words of a cut begin: what is left after it is not the whole. No other words of a review begin so. */
export const cutWords = {
  only: "Takes only",
  stops: "Stops after the first item",
  leaves: "Leaves out the rest",
} as const;
