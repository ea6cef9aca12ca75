import type { LinkTier, SwitchRole } from "../../model/fabric";
import { type NetworkPlan, networksOf } from "../fabric/plan";
import { eachLink as eachWire, endsOf } from "../fabric/wiring";
import type { ResolvedSite } from "./resolve-site";
import type { ResolvedHost, ResolvedRack, ResolvedSwitch } from "./resolved";

/** One end of a link. */
export interface ResolvedEnd {
  /** Name of the host or the switch. */
  readonly device: string;
  /** Of a host its NIC, of a switch its port at the speed of the link, counted from 0. */
  readonly port: number;
  readonly rack: ResolvedRack;
  /** As a number. Absent: the link has none. */
  readonly address?: number | undefined;
}

/** A link; `from` is its lower end. */
export interface ResolvedLink {
  readonly fabric: string;
  readonly network: NetworkPlan["kind"];
  readonly tier: LinkTier;
  /** Counted from 1. */
  readonly plane: number;
  readonly from: ResolvedEnd;
  readonly to: ResolvedEnd;
}

const TIERS: readonly LinkTier[] = ["hostLeaf", "leafSpine", "spineCore"];

/**
 * Visits every link of a site, fabric by fabric and tier by tier. They are not kept: half a million of them would cost more memory
 * than everything else of a site. Links of which an end has no place are left out.
 */
export function eachLink(resolved: ResolvedSite, visit: (link: ResolvedLink) => void): void {
  for (const { fabric, plan } of resolved.fabrics) {
    const hosts = hostsByIndex(resolved.hosts, fabric.name);
    for (const network of networksOf(plan)) {
      for (let plane = 1; plane <= network.planes; plane++) {
        const devices = devicesOf(resolved.switches, fabric.name, network, plane);
        for (const tier of TIERS) linksOfTier(fabric.name, network, plane, tier, hosts, devices, visit);
      }
    }
  }
}

function linksOfTier(
  fabric: string,
  network: NetworkPlan,
  plane: number,
  tier: LinkTier,
  hosts: readonly (ResolvedHost | undefined)[],
  devices: Devices,
  visit: (link: ResolvedLink) => void,
): void {
  const [lower, upper] = endsOf[tier];
  const { clos } = network.wiring;
  const up = lower === "leaf" ? clos.ports - clos.uplinks : clos.ports - clos.spineUplinks;
  eachWire(network.wiring, tier, (fromIndex, fromPort, toIndex, toPort) => {
    const from = lower === "host" ? hosts[fromIndex - network.firstHost] : devices[lower][fromIndex];
    const to = devices[upper][toIndex];
    if (from === undefined || to === undefined) return;
    const first = "uplinks" in from && from.uplinks !== undefined ? from.uplinks + 2 * (fromPort - up) : undefined;
    visit({
      fabric,
      network: network.kind,
      tier,
      plane,
      from: { device: from.name, port: fromPort, rack: from.rack, address: first },
      to: { device: to.name, port: toPort, rack: to.rack, address: first === undefined ? undefined : first + 1 },
    });
  });
}

/** Hosts of a fabric by their place in it; those that have left leave their place empty. */
function hostsByIndex(hosts: readonly ResolvedHost[], fabric: string): (ResolvedHost | undefined)[] {
  const found: (ResolvedHost | undefined)[] = [];
  for (const host of hosts) if (host.fabric?.name === fabric) found[host.fabric.index] = host;
  return found;
}

/** Switches of one plane by their index. */
type Devices = Readonly<Record<"leaf" | "spine" | "core", readonly (ResolvedSwitch | undefined)[]>>;

function devicesOf(
  switches: readonly ResolvedSwitch[],
  fabric: string,
  { roles }: NetworkPlan,
  plane: number,
): Devices {
  const of = (role: SwitchRole) => {
    const found: (ResolvedSwitch | undefined)[] = [];
    for (const each of switches) {
      if (each.fabric === fabric && each.role === role && each.plane === plane) found[each.ordinal - 1] = each;
    }
    return found;
  };
  return { leaf: of(roles.leaf), spine: of(roles.spine), core: of(roles.core) };
}

/** How many links a site has in each tier of each network of each fabric, by `fabric compute leafSpine`. */
export function countLinks(resolved: ResolvedSite): Map<string, number> {
  const counts = new Map<string, number>();
  eachLink(resolved, ({ fabric, network, tier }) => {
    const key = `${fabric} ${network} ${tier}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}
