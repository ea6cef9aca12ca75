import type { Machine, SwitchType } from "../../catalog";
import type { Cabling, Fabric, SwitchRole } from "../../model/fabric";
import { designClos } from "./clos";
import { type FabricCluster, type FabricHosts, hostsOf } from "./facts";
import { type ManagementPlan, planManagement } from "./management";
import { closInputOf, switchOf } from "./resolve";
import { planStorage } from "./storage";
import { type Wiring, wire } from "./wiring";

/** A network of leaves, spines and cores, as it stands with the hosts there are. */
export interface NetworkPlan {
  readonly kind: "compute" | "storage";
  /** Planes side by side, all wired alike. */
  readonly planes: number;
  readonly wiring: Wiring;
  readonly switchName: string;
  /** Absent: the catalogue does not know the switch. */
  readonly switchType: SwitchType | undefined;
  readonly linkGbps: number;
  readonly linksPerCage: number;
  readonly laneGbps: number;
  /** Links of one cage of a host, over all planes. */
  readonly hostLinksPerCage: number;
  /** The first index of the wiring's hosts that is a host of the cluster: what is before is attached on other accounts. */
  readonly firstHost: number;
  readonly roles: { readonly leaf: SwitchRole; readonly spine: SwitchRole; readonly core: SwitchRole };
  readonly cabling: Cabling;
}

/** Everything of a fabric, as it stands with the hosts there are. */
export interface FabricPlan {
  readonly fabric: Fabric;
  readonly hosts: FabricHosts;
  readonly compute: NetworkPlan;
  readonly storage?: NetworkPlan;
  readonly management?: ManagementPlan;
}

/**
 * Plans a fabric for the hosts of its cluster.
 *
 * @param unitHosts - hosts of each scalable unit, where units are not to fill one after the other
 * @returns nothing where no fabric can be wired so: the rules NET-1 and NET-3 say why
 */
export function planFabric(
  fabric: Fabric,
  cluster: FabricCluster,
  machine: (type: string) => Machine | undefined,
  unitHosts?: readonly number[],
): FabricPlan | undefined {
  const hosts = hostsOf(fabric, cluster, machine);
  const { name, type, ports, linksPerCage, laneGbps } = switchOf(fabric);
  if (ports === 0) return undefined;
  const result = designClos(closInputOf(fabric, hosts));
  if (!("clos" in result)) return undefined;
  const compute: NetworkPlan = {
    kind: "compute",
    planes: fabric.planes,
    wiring: wire(result.clos, unitHosts ?? hosts.hosts),
    switchName: name,
    switchType: type,
    linkGbps: fabric.linkGbps,
    linksPerCage,
    laneGbps,
    hostLinksPerCage: hosts.nicsPerCage * fabric.planes,
    firstHost: 0,
    roles: { leaf: "leaf", spine: "spine", core: "core" },
    cabling: fabric.cabling,
  };
  const storage = fabric.storage === undefined ? undefined : planStorage(fabric, fabric.storage, hosts);
  const networks = storage === undefined ? [compute] : [compute, storage];
  const management =
    fabric.management === undefined ? undefined : planManagement(fabric, fabric.management, hosts, networks);
  return {
    fabric,
    hosts,
    compute,
    ...(storage === undefined ? {} : { storage }),
    ...(management === undefined ? {} : { management }),
  };
}

/** The networks of a plan that are folded Clos. */
export const networksOf = (plan: FabricPlan): readonly NetworkPlan[] =>
  plan.storage === undefined ? [plan.compute] : [plan.compute, plan.storage];
