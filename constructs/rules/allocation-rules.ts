import { addressesSuffice } from "./addresses-suffice";
import { allocationKept } from "./allocation-kept";
import { allocationSound } from "./allocation-sound";
import { asnsUnique } from "./asns-unique";
import { hostNames } from "./host-names";
import { machinesFit } from "./machines-fit";
import { networkCapacity } from "./network-capacity";
import { networksWithin } from "./networks-within";
import { plansDisjoint } from "./plans-disjoint";
import { poolHalls } from "./pool-halls";
import type { Rule } from "./rule";

/** Rules about layouts, addresses and what has been allocated. */
export const allocationRules: readonly Rule[] = [
  poolHalls,
  machinesFit,
  addressesSuffice,
  allocationKept,
  allocationSound,
  hostNames,
  plansDisjoint,
  networkCapacity,
  networksWithin,
  asnsUnique,
];
