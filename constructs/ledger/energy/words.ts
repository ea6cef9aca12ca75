// Imports nothing but words: the command offers these before it loads anything.
import { dimensions } from "../capacity/words";

/** Ways to split energy. A month is apart: every split is by month, too. */
export const energyDimensions = [...dimensions, "pool"] as const;
export type EnergyDimension = (typeof energyDimensions)[number];
