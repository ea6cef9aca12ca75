/**
 * Availability zone ids by region. A zone id, unlike a zone name, means the same place in every account. Source: the zones in
 * which EC2 offers the catalogue's machines (EC2 DescribeInstanceTypeOfferings, recorded in moto 5.2.1); regions and zones
 * grow, so an unknown one is a warning and never an error.
 */
import { awsMachines } from "./aws-machines";

/** Zones that take no EKS control-plane subnet. Source: Amazon EKS user guide, "VPC and subnet requirements". */
const eksExcludedZones: readonly string[] = ["use1-az3", "usw1-az2", "cac1-az3"];

/** Whether EKS takes a subnet of its control plane in a zone: some do not, and no Local Zone (`use1-dfw2-az1`) does. */
export const takesControlPlane = (zoneId: string): boolean =>
  /^[a-z0-9]+-az\d+$/.test(zoneId) && !eksExcludedZones.includes(zoneId);

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

/**
 * The zones of the control plane and the system machines where the author names none. A zone's place decides its addresses, so
 * this table is frozen: a region may be added, a row never changes. All take EKS control planes.
 */
const firstZones: Readonly<Record<string, readonly string[]>> = {
  "ap-northeast-1": ["apne1-az1", "apne1-az2", "apne1-az4"],
  "ap-south-1": ["aps1-az1", "aps1-az2", "aps1-az3"],
  "ap-southeast-1": ["apse1-az1", "apse1-az2", "apse1-az3"],
  "ap-southeast-2": ["apse2-az1", "apse2-az2", "apse2-az3"],
  "ca-central-1": ["cac1-az1", "cac1-az2", "cac1-az4"],
  "eu-central-1": ["euc1-az1", "euc1-az2", "euc1-az3"],
  "eu-north-1": ["eun1-az1", "eun1-az2", "eun1-az3"],
  "eu-west-1": ["euw1-az1", "euw1-az2", "euw1-az3"],
  "eu-west-2": ["euw2-az1", "euw2-az2", "euw2-az3"],
  "sa-east-1": ["sae1-az1", "sae1-az2", "sae1-az3"],
  "us-east-1": ["use1-az1", "use1-az2", "use1-az4"],
  "us-east-2": ["use2-az1", "use2-az2", "use2-az3"],
  "us-west-2": ["usw2-az1", "usw2-az2", "usw2-az3"],
};

/** The default zones of a region: the table's, else its first and second by name. */
export function defaultZones(region: string): readonly string[] {
  const prefix = zonePrefixOf(region);
  return firstZones[region] ?? [`${prefix}-az1`, `${prefix}-az2`];
}
