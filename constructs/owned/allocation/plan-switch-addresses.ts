import type { AddressNetwork, AddressPlan, AsnRange } from "../../model/address-plan";
import type { AsnBlock, SubnetBlock, SwitchPlacement } from "../../model/allocation";
import type { FabricTechnology, SwitchRole } from "../../model/fabric";
import { networksOf } from "../fabric/plan";
import { nextId } from "./lines";
import { readOrdinals, spanSize } from "./ordinals";
import type { Exhausted } from "./plan-subnets";
import { blockText, cursorOf, hostAddressesIn, prefixFor, take } from "./subnets";
import type { PlannedFabric } from "./switch-requests";

/** What a switch of a role needs for routing. */
export interface RoleRouting {
  /** Links to the tier above, each of which is a subnet of two addresses. */
  readonly uplinks: number;
  /** How many switches in turn share the number of an autonomous system; undefined: all of them. */
  readonly switchesPerAsn: number | undefined;
}

/** Subnets and numbers of switches: the old lines, then the new ones. */
export interface SwitchAddressPlan {
  readonly subnets: readonly SubnetBlock[];
  readonly asns: readonly AsnBlock[];
  readonly exhausted: readonly Exhausted[];
}

/** InfiniBand has no addresses and no routing protocol of its own to plan: a subnet manager does all of it. */
export const isRouted = (technology: FabricTechnology): boolean => technology === "spectrumX" || technology === "roce";

/**
 * What the switches of a role need, as RFC 7938 numbers a Clos: each leaf a number of its own, the spines of a pod one together, and
 * all cores one. Undefined for switches that do not route.
 */
export function routingOf({ fabric, plan }: PlannedFabric, role: SwitchRole): RoleRouting | undefined {
  if (role === "border") return { uplinks: 0, switchesPerAsn: 1 };
  for (const { kind, roles, wiring } of networksOf(plan)) {
    if (kind === "compute" && !isRouted(fabric.technology)) continue;
    const { uplinks, spineUplinks, spinesPerPod } = wiring.clos;
    if (role === roles.leaf) return { uplinks, switchesPerAsn: 1 };
    if (role === roles.spine) return { uplinks: spineUplinks, switchesPerAsn: spinesPerPod };
    if (role === roles.core) return { uplinks: 0, switchesPerAsn: undefined };
  }
  return undefined;
}

/** The addresses and numbers that lines of switches lack. */
export function planSwitchAddresses(
  plan: AddressPlan,
  lines: readonly SwitchPlacement[],
  fabrics: readonly PlannedFabric[],
  old: { readonly subnets: readonly SubnetBlock[]; readonly asns: readonly AsnBlock[] },
): SwitchAddressPlan {
  const subnets = [...old.subnets];
  const asns = [...old.asns];
  const exhausted: Exhausted[] = [];
  for (const line of lines) {
    const fabric = fabrics.find((each) => each.fabric.name === line.fabric);
    if (fabric === undefined) continue;
    const routing = routingOf(fabric, line.role);
    for (const network of plan.networks) {
      const wanted = subnetsFor(plan, network, line, routing);
      const had = subnets
        .filter((each) => each.switches === line.id && each.network === network.name)
        .reduce((sum, { count }) => sum + count, 0);
      if (wanted === undefined || wanted.count <= had) continue;
      const blocks = take(cursorOf(network, subnets), wanted.prefix, wanted.count - had, NO_SPARE);
      for (const block of blocks) {
        const id = nextId("n", subnets);
        subnets.push({ id, network: network.name, switches: line.id, first: blockText(block), count: block.count });
      }
      const given = blocks.reduce((sum, { count }) => sum + count, had);
      if (given < wanted.count)
        exhausted.push({
          kind: "subnets",
          name: network.name,
          what: whatOf(line),
          wanted: wanted.count,
          given,
          prefix: wanted.prefix,
        });
    }
    const numbers = asnsFor(plan.asns, line, routing, asns);
    if (numbers?.block !== undefined) asns.push(numbers.block);
    if (numbers?.exhausted !== undefined) exhausted.push(numbers.exhausted);
  }
  return { subnets, asns, exhausted };
}

const NO_SPARE = -1;

const whatOf = ({ fabric, role, switches }: SwitchPlacement): string => `${role} ${switches} of fabric ${fabric}`;

const isOf = ({ fabric }: Pick<AddressNetwork, "fabric">, line: SwitchPlacement): boolean =>
  fabric === undefined || fabric === line.fabric;

function subnetsFor(
  plan: AddressPlan,
  network: AddressNetwork,
  line: SwitchPlacement,
  routing: RoleRouting | undefined,
): { readonly prefix: number; readonly count: number } | undefined {
  if (!isOf(network, line)) return undefined;
  const switches = spanSize(readOrdinals(line.switches));
  switch (network.purpose) {
    case "loopbacks":
      return routing === undefined ? undefined : { prefix: 32, count: switches };
    case "pointToPoint":
      return routing === undefined ? undefined : { prefix: 31, count: switches * routing.uplinks };
    case "management": {
      const prefix = network.subnetPrefix ?? Math.max(MANAGEMENT_PREFIX, prefixFor(switches, plan) ?? 0);
      return { prefix, count: Math.ceil(switches / Math.max(1, hostAddressesIn(prefix, plan))) };
    }
    default:
      return undefined;
  }
}

/** The shortest of a subnet of management ports of switches that states none: where they are fewer, it is as long as holds them. */
const MANAGEMENT_PREFIX = 22;

function asnsFor(
  ranges: readonly AsnRange[],
  line: SwitchPlacement,
  routing: RoleRouting | undefined,
  asns: readonly AsnBlock[],
): { readonly block?: AsnBlock; readonly exhausted?: Exhausted } | undefined {
  if (routing === undefined || asns.some(({ switches }) => switches === line.id)) return undefined;
  const range = ranges.find((each) => isOf(each, line));
  if (range === undefined) return undefined;
  const switches = spanSize(readOrdinals(line.switches));
  const perAsn = routing.switchesPerAsn ?? switches;
  const count = Math.ceil(switches / perAsn);
  const first = asns
    .filter((each) => each.range === range.name)
    .reduce((next, each) => Math.max(next, each.first + each.count), range.first);
  if (first + count - 1 > range.last) {
    const given = Math.max(0, range.last - first + 1);
    return {
      exhausted: { kind: "asns", name: range.name, what: whatOf(line), wanted: count, given, prefix: undefined },
    };
  }
  const shared = perAsn === 1 ? {} : { switchesPerAsn: perAsn };
  return { block: { id: nextId("a", asns), range: range.name, switches: line.id, first, count, ...shared } };
}
