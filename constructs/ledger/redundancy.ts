import { countNames, expandHostlist } from "../model/hostlist";
import type { PowerNode, PowerTopology, RedundancyGroup } from "../model/power-topology";
import { limitOf } from "./node-limit";
import type { Place } from "./presence";

/** What stands in for each other in a redundancy group: one node, or all nodes of one side. */
export interface RedundantSystem {
  /** The node's id, or `side A`. */
  readonly name: string;
  /** What its nodes deliver together, in kW; infinite where nobody says. */
  readonly kW: number;
  readonly nodes: readonly string[];
}

/** A redundancy group with what it carries under its scheme. */
export interface GroupCapacity {
  readonly group: RedundancyGroup;
  readonly systems: readonly RedundantSystem[];
  /** The most that it carries with its scheme kept, in kW; infinite where nobody rates its nodes. */
  readonly usableKW: number;
  /** Of all its systems. */
  readonly installedKW: number;
  /** Halls of its nodes; none where a node stands in no hall. */
  readonly halls: readonly string[];
}

/**
 * What each redundancy group carries with its scheme kept: all of it (N), all but the largest (N+1), one side of two (2N), y
 * systems of x (xToMakeY), all but the reserve, which is the last (block). Groups without nodes are left out.
 */
export function groupCapacities(
  { nodes, redundancyGroups }: Pick<PowerTopology, "nodes" | "redundancyGroups">,
  has: (place: Place) => boolean = () => true,
): GroupCapacity[] {
  return redundancyGroups.flatMap((group) => {
    const members = nodes.filter((node) => node.redundancyGroup === group.id && has(node));
    if (members.length === 0) return [];
    const systems = systemsOf(members, group);
    const installedKW = systems.reduce((sum, { kW }) => sum + kW, 0);
    const halls = members.every(({ hall }) => hall !== undefined) ? members.flatMap(({ hall }) => hall ?? []) : [];
    return [{ group, systems, installedKW, usableKW: usable(group, systems), halls: [...new Set(halls)] }];
  });
}

/** The most a group carries, with `needed` where the scheme asks for it. */
function usable({ scheme, needed }: RedundancyGroup, systems: readonly RedundantSystem[]): number {
  const powers = systems.map(({ kW }) => kW);
  const all = powers.reduce((sum, kW) => sum + kW, 0);
  const least = Math.min(...powers);
  switch (scheme) {
    case "N":
      return all;
    case "N+1":
      return powers.length < 2 ? 0 : withoutLargest(powers);
    case "2N":
      return powers.length < 2 ? 0 : least;
    case "xToMakeY":
      return Math.min(needed ?? powers.length - 1, powers.length) * least;
    case "block":
      return powers.slice(0, -1).reduce((sum, kW) => sum + kW, 0);
  }
}

/** Infinity less infinity is no number. */
function withoutLargest(powers: readonly number[]): number {
  const largest = powers.indexOf(Math.max(...powers));
  return powers.reduce((sum, kW, index) => (index === largest ? sum : sum + kW), 0);
}

/** One system a side where all nodes have one, and the scheme is one of sides; else one a node. */
function systemsOf(members: readonly PowerNode[], { scheme }: RedundancyGroup): RedundantSystem[] {
  const bySide = (scheme === "2N" || scheme === "xToMakeY") && members.every(({ side }) => side !== undefined);
  if (!bySide) return members.flatMap((node) => Array.from(expandHostlist(node.id), (id) => systemOf(id, [node], 1)));
  const sides = [...new Set(members.flatMap(({ side }) => side ?? []))].sort();
  return sides.map((side) =>
    systemOf(
      `side ${side}`,
      members.filter((node) => node.side === side),
    ),
  );
}

function systemOf(name: string, members: readonly PowerNode[], each?: number): RedundantSystem {
  const kW = members.reduce((sum, node) => sum + realLimit(node) * (each ?? countNames(node.id)), 0);
  const nodes = each === 1 ? [name] : members.flatMap(({ id }) => [...expandHostlist(id)]);
  return { name, kW, nodes };
}

/** The limit of a node in kW; one in kVA alone counts at its power factor, or at 1. */
export function realLimit(node: PowerNode): number {
  const { kW, kVA } = limitOf(node);
  return Math.min(kW, kVA * (node.powerFactor ?? 1));
}
