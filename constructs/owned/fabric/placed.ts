import type { Allocation, Hall } from "../../model";
import type { Fabric } from "../../model/fabric";
import { racksOf } from "../allocation/lines";
import { positionsOf } from "../racks/positions";
import type { DeviceRole, Position, PositionOf } from "./lengths";
import { firstOf, statedPositions } from "./stated-positions";

/** What of a site says where things stand. */
export interface PlacedSite {
  readonly halls: readonly Hall[];
  readonly allocation?: Allocation | undefined;
}

/** Where hosts and switches of a fabric stand: as the fabric says, else as the allocation of its site says. */
export const positionsAt = (
  site: PlacedSite,
  fabric: Fabric,
  hostsPerMachine: (machine: string) => number,
): PositionOf => firstOf(statedPositions(fabric), allocatedPositions(site, fabric, hostsPerMachine));

/**
 * Where an allocation puts the hosts and switches of a fabric. Hosts are numbered through in the order of its lines, those that have
 * left included, so that no link moves; switches by their ordinals.
 */
export function allocatedPositions(
  { halls, allocation }: PlacedSite,
  fabric: Fabric,
  hostsPerMachine: (machine: string) => number,
): PositionOf {
  if (allocation === undefined) return () => undefined;
  const places = new Map(
    halls.flatMap((hall) =>
      positionsOf(hall).map(({ name, xM, yM }) => [`${hall.name}/${name}`, { xM, yM, rack: name, hall: hall.name }]),
    ),
  );
  const hosts = hostPositions(allocation, fabric, places, hostsPerMachine);
  const switches = switchPositions(allocation, fabric, places);
  return (role, plane, index) => {
    if (role === "host") return hosts[index];
    return (switches.get(`${role}/${plane}`) ?? switches.get(`${role}/-`))?.[index];
  };
}

type Places = ReadonlyMap<string, Position>;

function hostPositions(
  allocation: Allocation,
  fabric: Fabric,
  places: Places,
  hostsPerMachine: (machine: string) => number,
): (Position | undefined)[] {
  const hosts: (Position | undefined)[] = [];
  for (const line of allocation.placements) {
    if (line.cluster !== fabric.cluster || !(fabric.pools?.includes(line.pool) ?? true)) continue;
    const each = hostsPerMachine(line.machine);
    for (const { position, machines } of racksOf(line)) {
      const place = places.get(`${line.hall}/${position}`);
      for (let host = 0; host < (machines.last - machines.first + 1) * each; host++) hosts.push(place);
    }
  }
  return hosts;
}

function switchPositions(
  allocation: Allocation,
  fabric: Fabric,
  places: Places,
): ReadonlyMap<`${DeviceRole}/${number | "-"}`, readonly (Position | undefined)[]> {
  const switches = new Map<`${DeviceRole}/${number | "-"}`, (Position | undefined)[]>();
  for (const line of allocation.switches) {
    if (line.fabric !== fabric.name) continue;
    const key = `${line.role}/${line.plane === undefined ? "-" : line.plane - 1}` as const;
    const list = switches.get(key) ?? [];
    switches.set(key, list);
    const racks = { machines: line.switches, positions: line.positions, machinesPerRack: line.switchesPerRack };
    for (const { position, machines } of racksOf(racks)) {
      for (let ordinal = machines.first; ordinal <= machines.last; ordinal++) {
        list[ordinal - 1] = places.get(`${line.hall}/${position}`);
      }
    }
  }
  return switches;
}
