import type { AddressNetwork, NetworkPurpose } from "../../model/address-plan";
import type { Placement } from "../../model/allocation";
import type { Fabric } from "../../model/fabric";
import { racksOf } from "./lines";
import { spanSize } from "./ordinals";

/** Purposes whose addresses belong to hosts. */
export const HOST_PURPOSES: readonly NetworkPurpose[] = ["management", "hosts", "storage", "accelerators"];

/** Whether the hosts of a line have addresses in a network. */
export function isIn(line: Placement, network: AddressNetwork, fabrics: readonly Fabric[]): boolean {
  if (!HOST_PURPOSES.includes(network.purpose)) return false;
  if (network.fabric === undefined) return true;
  const fabric = fabrics.find(({ name }) => name === network.fabric);
  return fabric !== undefined && fabric.cluster === line.cluster && (fabric.pools?.includes(line.pool) ?? true);
}

/** What the machines of a hall need of a network. */
export interface HallNeed {
  readonly hall: string;
  /** Racks that have ever held one. */
  readonly racks: number;
  /** Addresses of all hosts that have ever stood there. */
  readonly addresses: number;
  /** Most addresses of one rack. */
  readonly perRack: number;
}

/** What each hall needs of a network, in the order in which halls were first used. */
export function needsOf(
  network: AddressNetwork,
  lines: readonly Placement[],
  fabrics: readonly Fabric[],
  hostsPerMachine: (line: Placement) => number,
): HallNeed[] {
  const halls = new Map<string, { racks: Set<string>; addresses: number; perRack: number }>();
  for (const line of lines) {
    if (!isIn(line, network, fabrics)) continue;
    const need = halls.get(line.hall) ?? { racks: new Set<string>(), addresses: 0, perRack: 0 };
    const each = hostsPerMachine(line) * network.addressesPerHost;
    for (const { position, machines } of racksOf(line)) {
      need.racks.add(position);
      need.addresses += spanSize(machines) * each;
    }
    need.perRack = Math.max(need.perRack, ((line.fromSlot ?? 1) - 1 + line.machinesPerRack) * each);
    halls.set(line.hall, need);
  }
  return [...halls].map(([hall, need]) => ({ ...need, hall, racks: need.racks.size }));
}
