import { findSwitch, portsAt, type SwitchType } from "../../catalog";
import type { Fabric, ManagementNetwork } from "../../model/fabric";
import type { FabricHosts } from "./facts";
import type { NetworkPlan } from "./plan";

/** Speed of the port by which a device is managed, in Gbit/s. */
export const MANAGEMENT_GBPS = 1;

/** Switches of one level above the racks. */
export interface ManagementLevel {
  readonly switches: number;
  /** Links from the level below. */
  readonly downlinks: number;
}

/** The out-of-band network: a switch at the racks for so many devices, pairs above them until one pair is left. */
export interface ManagementPlan {
  readonly network: ManagementNetwork;
  /** Ports that are wanted: of hosts, of switches, and others. */
  readonly ports: { readonly hosts: number; readonly switches: number; readonly others: number };
  readonly leaves: number;
  readonly leafType: SwitchType;
  readonly spineType: SwitchType;
  /** Speed of what goes up from the racks, in Gbit/s. */
  readonly uplinkGbps: number;
  readonly levels: readonly ManagementLevel[];
}

/** Ports of a management switch that devices take, the uplinks that it has, and what its uplinks run at. */
export function managementPorts(
  network: ManagementNetwork,
):
  | { readonly down: number; readonly up: number; readonly uplinkGbps: number; readonly spinePorts: number }
  | undefined {
  const type = findSwitch(network.switch);
  const spine = findSwitch(network.spineSwitch ?? network.switch);
  if (type === undefined || spine === undefined) return undefined;
  const uplinkGbps = Math.max(...type.speeds.map(({ linkGbps }) => linkGbps));
  return {
    down: portsAt(type, MANAGEMENT_GBPS),
    up: uplinkGbps === MANAGEMENT_GBPS ? 0 : portsAt(type, uplinkGbps),
    uplinkGbps,
    spinePorts: portsAt(spine, uplinkGbps),
  };
}

/** Ports that the out-of-band network has to have, and the switches at the racks that have them. */
export function managementNeeds(
  fabric: Fabric,
  network: ManagementNetwork,
  hosts: FabricHosts,
  networks: readonly NetworkPlan[],
): Pick<ManagementPlan, "ports" | "leaves"> {
  const ports = {
    hosts: hosts.hosts * network.portsPerHost,
    switches: networks.reduce((sum, each) => sum + managedPorts(each), fabric.wan?.borderSwitches ?? 0),
    others: network.otherPorts,
  };
  const down = managementPorts(network)?.down ?? 0;
  return { ports, leaves: down === 0 ? 0 : Math.ceil((ports.hosts + ports.switches + ports.others) / down) };
}

/** Plans the out-of-band network; nothing where a switch is unknown or has no ports for it: NET-9 says so. */
export function planManagement(
  fabric: Fabric,
  network: ManagementNetwork,
  hosts: FabricHosts,
  networks: readonly NetworkPlan[],
): ManagementPlan | undefined {
  const sizes = managementPorts(network);
  const leafType = findSwitch(network.switch);
  const spineType = findSwitch(network.spineSwitch ?? network.switch);
  if (sizes === undefined || leafType === undefined || spineType === undefined) return undefined;
  if (sizes.down === 0 || network.uplinks > sizes.up) return undefined;
  const { ports, leaves } = managementNeeds(fabric, network, hosts, networks);
  if (leaves > mostLeaves(sizes.spinePorts, network.uplinks)) return undefined;
  return {
    network,
    ports,
    leaves,
    leafType,
    spineType,
    uplinkGbps: sizes.uplinkGbps,
    levels: levelsAbove(leaves, network.uplinks, sizes.spinePorts),
  };
}

/** Most switches at the racks that switches above them join: without end where each level is at most half the one below. */
export const mostLeaves = (spinePorts: number, uplinks: number): number =>
  spinePorts >= 3 * uplinks ? Number.POSITIVE_INFINITY : spinePorts;

const managedPorts = ({ wiring, planes, switchType }: NetworkPlan): number =>
  (wiring.leaves + wiring.spines + wiring.cores) * planes * (switchType?.managementPorts ?? 1);

/** Groups of as many switches as there are uplinks, above groups, until one group takes all: each switch below has a link to each. */
function levelsAbove(leaves: number, uplinks: number, ports: number): ManagementLevel[] {
  const levels: ManagementLevel[] = [];
  for (let below = leaves; below > 1; ) {
    const groups = below <= ports ? 1 : Math.ceil(below / (ports - uplinks));
    levels.push({ switches: groups * uplinks, downlinks: below * uplinks });
    if (groups === 1) break;
    below = groups * uplinks;
  }
  return levels;
}
