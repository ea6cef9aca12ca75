import Big from "big.js";
import type { Policy } from "../../model";
import type { SupplyLine } from "./supply";

/** What of the accelerators that are there can be given work, as a share: without spares, failures and maintenance. */
export function schedulableShare({
  outOfService: { spares, failed, maintenance },
}: Pick<Policy, "outOfService">): number {
  return Math.max(0, Number(new Big(1).minus(spares).minus(failed).minus(maintenance)));
}

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
export const powerDimensions = ["site", "tenure", "provider", "counterparty", "country", "jurisdiction"] as const;
export type PowerDimension = (typeof powerDimensions)[number];

export const isPowerDimension = (dimension: Dimension): dimension is PowerDimension =>
  powerDimensions.some((each) => each === dimension);

/** The name under which a line counts; clusters have the name of their site before theirs. */
export const groupOf = (line: Omit<SupplyLine, "from" | "until">, dimension: Dimension): string =>
  dimension === "cluster" ? `${line.site}.${line.cluster}` : line[dimension];
