// Imports nothing: the command offers these words before it loads anything.

/** Ways to split cost. */
export const costDimensions = [
  "site",
  "tenure",
  "provider",
  "counterparty",
  "contract",
  "country",
  "jurisdiction",
  "cluster",
  "what",
  "price",
] as const;
export type CostDimension = (typeof costDimensions)[number];
