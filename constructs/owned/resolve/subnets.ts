import type { AddressNetwork, SubnetBlock } from "../../model";
import { addressText } from "../../model/address";
import { isIn } from "../allocation/host-needs";
import { racksOf } from "../allocation/lines";
import { isPerRack } from "../allocation/plan-subnets";
import { addressesIn, blockOf, gatewayOf, hostAddressesIn } from "../allocation/subnets";
import type { ResolvedSite } from "./resolve-site";

/** A subnet that has been given out. */
export interface ResolvedSubnet {
  readonly network: string;
  readonly purpose: AddressNetwork["purpose"];
  /** `10.65.0.8/29`. */
  readonly cidr: string;
  /** Absent: it has none, as a loopback or a link. */
  readonly gateway?: string | undefined;
  readonly hall?: string | undefined;
  /** The position of the rack that it is for. Absent: for the whole hall, or not in use yet. */
  readonly position?: string | undefined;
  /** What of a fabric it is for: `leaf 1-16 of rail`. */
  readonly switches?: string | undefined;
  /** Addresses that hosts may have. */
  readonly addresses: number;
}

/** Every subnet of racks and halls, in the order in which they were given out; of switches each block as one. */
export function* subnetsOf(resolved: ResolvedSite): Generator<ResolvedSubnet> {
  const { site, allocation } = resolved;
  const plan = site.addressPlan;
  if (plan === undefined) return;
  for (const network of plan.networks) {
    const positions = positionsByHall(resolved, network);
    const given = new Map<string, number>();
    for (const line of allocation.subnets.filter((each) => each.network === network.name)) {
      const block = blockOf(line);
      if (block === undefined) continue;
      const { name, purpose } = network;
      if (line.hall === undefined) {
        const switches = switchesOf(resolved, line);
        yield {
          network: name,
          purpose,
          cidr: `${line.first}${line.count === 1 ? "" : ` x ${line.count}`}`,
          switches,
          addresses: line.count,
        };
        continue;
      }
      const before = given.get(line.hall) ?? 0;
      given.set(line.hall, before + line.count);
      for (let index = 0; index < line.count; index++) {
        const first = block.first + index * addressesIn(block.prefix);
        yield {
          network: name,
          purpose,
          cidr: `${addressText(first)}/${block.prefix}`,
          gateway: addressText(gatewayOf(first, block.prefix, plan)),
          hall: line.hall,
          position: isPerRack(network) ? positions.get(line.hall)?.[before + index] : undefined,
          addresses: hostAddressesIn(block.prefix, plan),
        };
      }
    }
  }
}

/** Positions of each hall in the order in which their racks were first filled: that of their subnets. */
function positionsByHall({ site, allocation }: ResolvedSite, network: AddressNetwork): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const line of allocation.placements) {
    if (!isIn(line, network, site.fabrics)) continue;
    const positions = found.get(line.hall) ?? new Set<string>();
    found.set(line.hall, positions);
    for (const { position } of racksOf(line)) positions.add(position);
  }
  return new Map([...found].map(([hall, positions]) => [hall, [...positions]]));
}

function switchesOf({ allocation }: ResolvedSite, { switches }: SubnetBlock): string | undefined {
  const line = allocation.switches.find(({ id }) => id === switches);
  return line === undefined ? undefined : `${line.role} ${line.switches} of ${line.fabric}`;
}
