import { type Allocation, compressNames, expandHostlist } from "../../model";
import type { Fabric, SwitchRole } from "../../model/fabric";
import { nameAt, numbered } from "../allocation/names";
import type { DeviceRole } from "./lengths";

/** What devices of a fabric are called. Indices count from 0 within a plane. */
export interface DeviceNames {
  one(role: DeviceRole, plane: number, index: number): string;
  /** Devices in a row as a hostlist. */
  range(role: DeviceRole, plane: number, first: number, count: number): string;
}

/** Words of a role in a name. */
const words: Readonly<Record<DeviceRole, string>> = {
  host: "host",
  manager: "manager",
  attachment: "attachment",
  leaf: "leaf",
  spine: "spine",
  core: "core",
  storageLeaf: "storage-leaf",
  storageSpine: "storage-spine",
  storageCore: "storage-core",
  managementLeaf: "management-leaf",
  managementSpine: "management-spine",
  border: "border",
};

/** Names made of the fabric's, before an allocation gives others: `compute-leaf0001`, in several planes `compute-p1-leaf0001`. */
export function plainNames(fabric: Fabric): DeviceNames {
  const stem = (role: DeviceRole, plane: number) => {
    const planes = role === "leaf" || role === "spine" || role === "core" ? fabric.planes : 1;
    return `${fabric.name}-${planes > 1 ? `p${plane + 1}-` : ""}${words[role]}`;
  };
  return {
    one: (role, plane, index) => nameAt(stem(role, plane), index + 1),
    range: (role, plane, first, count) => numbered(stem(role, plane), { first: first + 1, last: first + count }),
  };
}

/** The names that an allocation gives, and plain ones for what it does not know. */
export function allocatedNames(fabric: Fabric, allocation: Allocation | undefined): DeviceNames {
  const plain = plainNames(fabric);
  if (allocation === undefined) return plain;
  const hosts = allocation.placements
    .filter(({ cluster, pool }) => cluster === fabric.cluster && (fabric.pools?.includes(pool) ?? true))
    .flatMap((line) => [...expandHostlist(line.hosts)]);
  const switches = new Map<`${SwitchRole}/${number}`, string[]>();
  for (const line of allocation.switches) {
    if (line.fabric !== fabric.name) continue;
    const key = `${line.role}/${(line.plane ?? 1) - 1}` as const;
    const list = switches.get(key) ?? [];
    switches.set(key, list);
    const first = Number(line.switches.split("-")[0]);
    for (const [index, name] of [...expandHostlist(line.names)].entries()) list[first - 1 + index] = name;
  }
  const known = (role: DeviceRole, plane: number) =>
    role === "host"
      ? hosts
      : role === "manager" || role === "attachment"
        ? undefined
        : switches.get(`${role}/${plane}`);
  return {
    one: (role, plane, index) => known(role, plane)?.[index] ?? plain.one(role, plane, index),
    range: (role, plane, first, count) => {
      const names = known(role, plane);
      if (names === undefined || count === 0) return plain.range(role, plane, first, count);
      return compressNames(
        Array.from({ length: count }, (_, index) => names[first + index] ?? plain.one(role, plane, first + index)),
      );
    },
  };
}

/** A port of a switch as its maker counts: cage and link of the cage, from 1; the number alone where no cage is split. */
export const portName = (port: number, linksPerCage: number): string =>
  linksPerCage === 1 ? String(port + 1) : `${Math.floor(port / linksPerCage) + 1}/${(port % linksPerCage) + 1}`;
