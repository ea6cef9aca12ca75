import { z } from "zod";

/**
 * The largest loss of power that a load must live through, each with all those before it:
 *
 * - `none`: any loss may stop it
 * - `supply`: one of its own power supplies
 * - `feed`: one cord, and what it alone hangs on
 * - `side`: everything of one side (A, B, ...) of the distribution
 * - `system`: a whole system of the distribution, or a group of parts that one cause takes down together
 */
export const Survival = z.enum(["none", "supply", "feed", "side", "system"]);
export type Survival = z.infer<typeof Survival>;
