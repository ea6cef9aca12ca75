import Big from "big.js";
import type { Policy } from "../../model";
import type { SupplyLine } from "./supply";
import { type Dimension, type PowerDimension, powerDimensions } from "./words";

/** What of the accelerators that are there can be given work, as a share: without spares, failures and maintenance. */
export function schedulableShare({
  outOfService: { spares, failed, maintenance },
}: Pick<Policy, "outOfService">): number {
  return Math.max(0, Number(new Big(1).minus(spares).minus(failed).minus(maintenance)));
}

export const isPowerDimension = (dimension: Dimension): dimension is PowerDimension =>
  powerDimensions.some((each) => each === dimension);

/** The name under which a line counts; clusters have the name of their site before theirs. */
export const groupOf = (line: Omit<SupplyLine, "from" | "until">, dimension: Dimension): string =>
  dimension === "cluster" ? `${line.site}.${line.cluster}` : line[dimension];
