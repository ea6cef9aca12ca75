import type { AddressNetwork, AddressPlan } from "../../model/address-plan";
import type { Allocation, Placement } from "../../model/allocation";
import type { Fabric } from "../../model/fabric";
import { HOST_PURPOSES, isIn } from "../allocation/host-needs";
import { isPerRack } from "../allocation/plan-subnets";
import { addressesIn, type Block, blockOf, firstHostAddress, gatewayOf, hostAddressesIn } from "../allocation/subnets";

/** The first of a host's addresses in a network, as a number; what the network could not give is undefined. */
export type FirstAddress = number | undefined;

/** Gives the hosts of one network their addresses, in the order of the allocation. */
export interface Addressing {
  readonly network: AddressNetwork;
  /** Whether the hosts of a line have addresses in it. */
  isIn(line: Placement): boolean;
  /**
   * The first address of the next host. Every host is asked for, also those that have left, since the order decides.
   *
   * @param place - how many hosts stand below it in its rack
   */
  next(line: Placement, position: string, place: number): FirstAddress;
}

/** One of these for each network of hosts. */
export function addressingOf(
  plan: AddressPlan | undefined,
  allocation: Allocation,
  fabrics: readonly Fabric[],
): Addressing[] {
  if (plan === undefined) return [];
  return plan.networks
    .filter(({ purpose }) => HOST_PURPOSES.includes(purpose))
    .map((network) => {
      const blocks = new Map<string, Block[]>();
      for (const line of allocation.subnets) {
        const block = line.network === network.name && line.hall !== undefined ? blockOf(line) : undefined;
        if (block !== undefined) blocks.set(line.hall ?? "", [...(blocks.get(line.hall ?? "") ?? []), block]);
      }
      const next = isPerRack(network) ? perRack(network, plan, blocks) : perHall(network, plan, blocks);
      return { network, isIn: (line) => isIn(line, network, fabrics), next };
    });
}

/** The subnet of a rack is that of its position: the first that was used in its hall has the first. */
function perRack(
  network: AddressNetwork,
  plan: AddressPlan,
  blocks: ReadonlyMap<string, readonly Block[]>,
): Addressing["next"] {
  const racks = new Map<string, Map<string, Subnet | undefined>>();
  return ({ hall }, position, place) => {
    const known = racks.get(hall) ?? new Map<string, Subnet | undefined>();
    racks.set(hall, known);
    if (!known.has(position)) known.set(position, subnetAt(blocks.get(hall) ?? [], known.size));
    const subnet = known.get(position);
    const offset = place * network.addressesPerHost;
    if (subnet === undefined || offset + network.addressesPerHost > hostAddressesIn(subnet.prefix, plan))
      return undefined;
    return firstHostAddress(subnet.first, subnet.prefix, plan) + offset;
  };
}

/** Hosts take the addresses of a hall one after the other, and nobody takes one that another has had. */
function perHall(
  network: AddressNetwork,
  plan: AddressPlan,
  blocks: ReadonlyMap<string, readonly Block[]>,
): Addressing["next"] {
  const used = new Map<string, { subnet: number; addresses: number }>();
  return ({ hall }) => {
    const at = used.get(hall) ?? { subnet: 0, addresses: 0 };
    used.set(hall, at);
    const mine = blocks.get(hall) ?? [];
    for (let subnet = subnetAt(mine, at.subnet); subnet !== undefined; subnet = subnetAt(mine, at.subnet)) {
      const first = at.addresses;
      if (first + network.addressesPerHost <= hostAddressesIn(subnet.prefix, plan)) {
        at.addresses += network.addressesPerHost;
        return firstHostAddress(subnet.first, subnet.prefix, plan) + first;
      }
      at.subnet++;
      at.addresses = 0;
    }
    return undefined;
  };
}

/** A subnet as numbers. */
export interface Subnet {
  readonly first: number;
  readonly prefix: number;
}

/** The subnet of a number, counted from 0 over blocks in order. */
export function subnetAt(blocks: readonly Block[], index: number): Subnet | undefined {
  let left = index;
  for (const { first, prefix, count } of blocks) {
    if (left < count) return { first: first + left * addressesIn(prefix), prefix };
    left -= count;
  }
  return undefined;
}

/** The subnet of a network in which an address lies, with its gateway. */
export function subnetOf(
  address: number,
  network: string,
  allocation: Allocation,
  plan: AddressPlan,
): (Subnet & { readonly gateway: number }) | undefined {
  for (const line of allocation.subnets) {
    const block = line.network === network ? blockOf(line) : undefined;
    if (block === undefined) continue;
    const size = addressesIn(block.prefix);
    const place = Math.floor((address - block.first) / size);
    if (place < 0 || place >= block.count) continue;
    const first = block.first + place * size;
    return { first, prefix: block.prefix, gateway: gatewayOf(first, block.prefix, plan) };
  }
  return undefined;
}
