import { z } from "zod";
import { Asn } from "./address-plan";
import { OwnCidr } from "./cidr";
import { rackUnits } from "./device-type";
import { SwitchRole } from "./fabric";
import { Hostlist } from "./hostlist";
import { type DeepReadonly, Name, positiveCount, Text, textLike } from "./primitives";

/** Consecutive ordinals, counted from 1: `1-1176`, or `7` alone. That they do not run backwards is the rule ALLOC-3. */
export const Ordinals = textLike(/^[1-9]\d{0,8}(-[1-9]\d{0,8})?$/, 'ordinals from 1 on, such as "1-1176" or "7"');

/** Machines of a pool in the racks of a hall, in the order of both: the first in the first position, until it is full. */
export const Placement = z.strictObject({
  id: Name,
  cluster: Name,
  pool: Name,
  machine: Text,
  /** Ordinals of the machines within their pool. */
  machines: Ordinals,
  hall: Name,
  /** Positions of the hall, in the order in which they fill. */
  positions: Hostlist,
  /** Absent: a machine that is a rack of its own. */
  rackType: Name.optional(),
  machinesPerRack: positiveCount("machines"),
  /** The place of the first machine in each of the racks, counted from the foot, where others stand below. Absent: 1. */
  fromSlot: positiveCount("places").optional(),
  /** The lowest rack unit of the first machine in each of the racks. Absent: the lowest that is free. */
  fromUnit: rackUnits().optional(),
  /** Names of the hosts, in the order of the machines; of a machine with several hosts, all in turn. */
  hosts: Hostlist,
});
export type Placement = z.infer<typeof Placement>;

/**
 * Machines that have left. Their places, with the addresses that belong to a place in a rack, are free for others; their ordinals
 * and their names are never given out again.
 */
export const Release = z.strictObject({
  id: Name,
  /** The placement they were in. */
  placement: Name,
  /** Their ordinals within their pool. */
  machines: Ordinals,
});
export type Release = z.infer<typeof Release>;

/** Switches of one role in a fabric and where they stand. Their ports follow from the fabric and their ordinals. */
export const SwitchPlacement = z.strictObject({
  id: Name,
  fabric: Name,
  role: SwitchRole,
  /** The plane of the fabric, counted from 1. Absent: it has one. */
  plane: positiveCount("planes").optional(),
  /** Ordinals of the switches within their role and plane. */
  switches: Ordinals,
  hall: Name,
  positions: Hostlist,
  rackType: Name.optional(),
  switchesPerRack: positiveCount("switches"),
  /** The place of the first switch in each of the racks, counted from the foot, where others stand below. Absent: 1. */
  fromSlot: positiveCount("places").optional(),
  /** The lowest rack unit of the first switch in each of the racks. Absent: the lowest that is free. */
  fromUnit: rackUnits().optional(),
  /** Names of the switches, in their order. */
  names: Hostlist,
});
export type SwitchPlacement = z.infer<typeof SwitchPlacement>;

/** Consecutive subnets of a network: `first` is the first of `count`, all of one length. */
export const SubnetBlock = z.strictObject({
  id: Name,
  network: Name,
  /** The hall whose racks or hosts they are for; the first subnet for the first rack that was placed there. */
  hall: Name.optional(),
  /** The switches they are for: their loopbacks, or the links to the tier above. */
  switches: Name.optional(),
  first: OwnCidr,
  count: positiveCount("subnets"),
});
export type SubnetBlock = z.infer<typeof SubnetBlock>;

/** Consecutive numbers of autonomous systems for switches. */
export const AsnBlock = z.strictObject({
  id: Name,
  /** The range of the address plan. */
  range: Name,
  switches: Name,
  first: Asn,
  count: positiveCount("numbers"),
  /** How many switches in turn share each number. Absent: 1. */
  switchesPerAsn: positiveCount("switches").optional(),
});
export type AsnBlock = z.infer<typeof AsnBlock>;

/**
 * What planning has decided: where each machine and switch stands, and its names, addresses and numbers. It is committed, and
 * planning only appends to its lists: nothing that exists is ever renumbered. What is derived from it by a fixed rule, such as the
 * port of a switch or the address of a host, does not stand here.
 */
export const Allocation = z.strictObject({
  placements: z.array(Placement).default([]),
  releases: z.array(Release).default([]),
  switches: z.array(SwitchPlacement).default([]),
  subnets: z.array(SubnetBlock).default([]),
  asns: z.array(AsnBlock).default([]),
});
export type Allocation = z.infer<typeof Allocation>;

/** An allocation as one writes it. */
export type AllocationInput = DeepReadonly<z.input<typeof Allocation>>;

/** An allocation in which nothing is decided yet. */
export const emptyAllocation = (): Allocation => ({
  placements: [],
  releases: [],
  switches: [],
  subnets: [],
  asns: [],
});
