import type { PhysicalSiteSpec } from "../../model";
import { addressText } from "../../model/address";
import type { AddressNetwork } from "../../model/address-plan";
import type { Allocation } from "../../model/allocation";
import { planSite } from "../allocation/plan-site";
import type { PlanningContext } from "../allocation/planning-context";
import { type PlannedFabric, plannedFabrics } from "../allocation/switch-requests";
import { addressingOf } from "./addresses";
import { hostsOf } from "./hosts";
import { rackIndex } from "./racks";
import type { ResolvedHost, ResolvedRack, ResolvedSwitch } from "./resolved";
import { switchesIn } from "./switches";

/** A site with everything that its allocation stands for, expanded. */
export interface ResolvedSite {
  readonly site: PhysicalSiteSpec;
  readonly allocation: Allocation;
  /** Racks in which something stands, in the order in which they were first filled. */
  readonly racks: readonly ResolvedRack[];
  /** Hosts in the order of the allocation. */
  readonly hosts: readonly ResolvedHost[];
  /** Switches in the order of the allocation. */
  readonly switches: readonly ResolvedSwitch[];
  /** What joins them: links follow from it, see `eachLink`. */
  readonly fabrics: readonly PlannedFabric[];
  /** Networks in which hosts have addresses: what `ResolvedHost.first` is about. */
  readonly hostNetworks: readonly AddressNetwork[];
}

const resolved = new WeakMap<Allocation, ResolvedSite>();

/** Expands what planning has decided for a site. Pure, and reckoned once for an allocation. */
export function resolveSite(site: PhysicalSiteSpec, context: PlanningContext): ResolvedSite {
  const { allocation } = planSite(site, context);
  const known = resolved.get(allocation);
  if (known !== undefined) return known;
  const racks = rackIndex(site, context);
  const addressing = addressingOf(site.addressPlan, allocation, site.fabrics);
  const hosts = hostsOf(site, allocation, context, racks, addressing);
  const fabrics = plannedFabrics(site, allocation, context);
  const switches = switchesIn(site, allocation, fabrics, racks, context);
  const hostNetworks = addressing.map(({ network }) => network);
  const result = { site, allocation, racks: racks.racks, hosts, switches, fabrics, hostNetworks };
  resolved.set(allocation, result);
  return result;
}

/** Addresses of a host in a network, in order; none where it is not in it. */
export function addressesOf({ hostNetworks }: ResolvedSite, host: ResolvedHost, network: string): string[] {
  const index = hostNetworks.findIndex(({ name }) => name === network);
  const first = host.first[index];
  const count = hostNetworks[index]?.addressesPerHost ?? 0;
  return first === undefined ? [] : Array.from({ length: count }, (_, place) => addressText(first + place));
}
