import type { AddressNetwork, AddressPlan } from "../../model/address-plan";
import type { Placement, SubnetBlock } from "../../model/allocation";
import type { Fabric } from "../../model/fabric";
import { type HallNeed, HOST_PURPOSES, needsOf } from "./host-needs";
import { nextId } from "./lines";
import { type Block, blockOf, blockText, type Cursor, cursorOf, hostAddressesIn, prefixFor, take } from "./subnets";

/** A network that has too few addresses, or a range that has too few numbers. */
export interface Exhausted {
  readonly kind: "subnets" | "asns";
  /** The network or the range. */
  readonly name: string;
  /** What they were wanted for: a hall, or switches. */
  readonly what: string;
  /** Subnets or numbers that are wanted in all, and how many there are. */
  readonly wanted: number;
  readonly given: number;
  /** The length of one; undefined where no subnet is long enough for one rack. */
  readonly prefix: number | undefined;
}

/** Lines of subnets, and what could not be given. */
export interface SubnetPlan {
  readonly subnets: readonly SubnetBlock[];
  readonly exhausted: readonly Exhausted[];
}

/** What subnets are planned for. */
export interface HostsToAddress {
  readonly lines: readonly Placement[];
  readonly fabrics: readonly Fabric[];
  hostsPerMachine(line: Placement): number;
  /** Share of what is needed that a hall gets beside it, so that it stays one route when it grows. */
  readonly growth: number;
}

/** The length of a subnet that all racks of a hall share: some thousand addresses, as many as one broadcast domain bears. */
const HALL_PREFIX = 22;

/** Whether each rack has a subnet of its own in a network. */
export const isPerRack = ({ subnetPer, purpose }: AddressNetwork): boolean =>
  (subnetPer ?? (purpose === "management" ? "hall" : "rack")) === "rack";

/** The old lines, and new ones for what the halls need beyond them. */
export function planHostSubnets(plan: AddressPlan, old: readonly SubnetBlock[], hosts: HostsToAddress): SubnetPlan {
  const subnets = [...old];
  const exhausted: Exhausted[] = [];
  for (const network of plan.networks.filter(({ purpose }) => HOST_PURPOSES.includes(purpose))) {
    for (const need of needsOf(network, hosts.lines, hosts.fabrics, hosts.hostsPerMachine)) {
      const mine = subnets.filter((line) => line.network === network.name && line.hall === need.hall);
      const cursor = cursorOf(network, subnets);
      const result = isPerRack(network)
        ? forRacks(plan, cursor, need, mine, hosts.growth)
        : forHall(plan, cursor, need, mine, hosts.growth);
      for (const block of result.blocks) {
        const id = nextId("n", subnets);
        subnets.push({ id, network: network.name, hall: need.hall, first: blockText(block), count: block.count });
      }
      if (result.exhausted !== undefined)
        exhausted.push({ kind: "subnets", name: network.name, what: `hall ${need.hall}`, ...result.exhausted });
    }
  }
  return { subnets, exhausted };
}

interface Taken {
  readonly blocks: readonly Block[];
  readonly exhausted?: Pick<Exhausted, "wanted" | "given" | "prefix"> | undefined;
}

/** One subnet for each rack. */
function forRacks(
  plan: AddressPlan,
  cursor: Cursor,
  need: HallNeed,
  mine: readonly SubnetBlock[],
  growth: number,
): Taken {
  const had = mine.reduce((sum, { count }) => sum + count, 0);
  const lacks = need.racks - had;
  const before = mine.map(blockOf).at(-1)?.prefix;
  const needed = prefixFor(need.perRack, plan);
  const prefix = cursor.network.subnetPrefix ?? (before === undefined ? needed : Math.min(before, needed ?? before));
  if (prefix === undefined || hostAddressesIn(prefix, plan) < need.perRack)
    return { blocks: [], exhausted: { wanted: need.racks, given: 0, prefix: undefined } };
  return takeWith(cursor, prefix, lacks, Math.ceil(need.racks * growth), { wanted: need.racks, had });
}

/** Subnets that all hosts of a hall share, the next when the last is full. */
function forHall(
  plan: AddressPlan,
  cursor: Cursor,
  need: HallNeed,
  mine: readonly SubnetBlock[],
  growth: number,
): Taken {
  const prefix = cursor.network.subnetPrefix ?? HALL_PREFIX;
  const each = hostAddressesIn(prefix, plan);
  const capacity = mine.reduce((sum, line) => {
    const block = blockOf(line);
    return sum + (block === undefined ? 0 : block.count * hostAddressesIn(block.prefix, plan));
  }, 0);
  if (each < 1) return { blocks: [], exhausted: { wanted: 1, given: 0, prefix: undefined } };
  const had = mine.reduce((sum, { count }) => sum + count, 0);
  const lacks = Math.ceil(Math.max(0, need.addresses - capacity) / each);
  const spare = Math.ceil((need.addresses * (1 + growth)) / each) - had - lacks;
  return takeWith(cursor, prefix, lacks, Math.max(0, spare), { wanted: had + lacks, had });
}

function takeWith(
  cursor: Cursor,
  prefix: number,
  lacks: number,
  spare: number,
  { wanted, had }: { readonly wanted: number; readonly had: number },
): Taken {
  if (lacks <= 0) return { blocks: [] };
  const blocks = take(cursor, prefix, lacks, spare);
  const given = blocks.reduce((sum, { count }) => sum + count, 0);
  return given < lacks ? { blocks, exhausted: { wanted, given: had + given, prefix } } : { blocks };
}
