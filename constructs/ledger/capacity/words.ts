// Imports nothing: the command offers these words before it loads anything.

/**
 * How sure it is that capacity is there, surest first.
 *
 * - `firm`: agreed, and nobody else can end it before
 * - `terminable`: there until the other party ends it: after the landlord's first exit, and spot
 * - `conditional`: signed under conditions, or on demand, which is there where there is room
 * - `preliminary`: proposed or negotiated
 * - `optional`: after an option that one has not exercised
 */
export const commitments = ["firm", "terminable", "conditional", "preliminary", "optional"] as const;
export type Commitment = (typeof commitments)[number];

/** Ways to split capacity. */
export const dimensions = [
  "site",
  "tenure",
  "provider",
  "counterparty",
  "contract",
  "country",
  "jurisdiction",
  "cluster",
  "accelerator",
  "machine",
  "purpose",
] as const;
export type Dimension = (typeof dimensions)[number];

/** Those of them by which power is split, too: power has no accelerator and no cluster. */
export const powerDimensions = [
  "site",
  "tenure",
  "provider",
  "counterparty",
  "contract",
  "country",
  "jurisdiction",
] as const;
export type PowerDimension = (typeof powerDimensions)[number];
