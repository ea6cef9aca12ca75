/**
 * Availability zone ids by region. A zone id, unlike a zone name, means the same place in every account. Source: the zones in
 * which EC2 offers the catalogue's machines (EC2 DescribeInstanceTypeOfferings, recorded in moto 5.2.1); regions and zones
 * grow, so an unknown one is a warning and never an error.
 */
import { awsMachines } from "./aws-machines";

/** Zones that take no EKS control-plane subnet. Source: Amazon EKS user guide, "VPC and subnet requirements". */
export const eksExcludedZones: readonly string[] = ["use1-az3", "usw1-az2", "cac1-az3"];

/** The zone ids seen in a region, in order; empty for a region that is not known. */
export function zoneIdsOf(region: string): readonly string[] {
  const zones = Object.values(awsMachines).flatMap((machine) => machine.offeredIn?.[region] ?? []);
  // Local Zones (`use1-dfw2-az1`) hold machines, not control planes.
  return [...new Set(zones)].filter((zone) => /^[a-z0-9]+-az\d+$/.test(zone)).sort();
}

const compass: Readonly<Record<string, string>> = {
  northeast: "ne",
  southeast: "se",
  northwest: "nw",
  southwest: "sw",
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  central: "c",
};

/** `us-gov-west-1` is `usgw1` in zone ids, `ap-northeast-1` is `apne1`. */
export function zonePrefixOf(region: string): string {
  const [area = "", ...rest] = region.split("-");
  const index = rest.at(-1) ?? "";
  return `${area}${rest
    .slice(0, -1)
    .map((side) => compass[side] ?? side.charAt(0))
    .join("")}${index}`;
}

/** The partition of a region: ARNs and some service names differ. */
export function partitionOf(region: string): "aws" | "aws-us-gov" | "aws-cn" {
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return region.startsWith("cn-") ? "aws-cn" : "aws";
}

/** The zones of the control plane and the system machines where the author names none: the region's first three that EKS takes. */
export function defaultZones(region: string): readonly string[] {
  const known = zoneIdsOf(region).filter((zone) => !eksExcludedZones.includes(zone));
  const prefix = zonePrefixOf(region);
  return known.length >= 2 ? known.slice(0, 3) : [`${prefix}-az1`, `${prefix}-az2`];
}
