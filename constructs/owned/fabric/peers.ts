import type { Clos } from "./clos";
import { type LinkEnd, slotsOf, type Wiring } from "./wiring";

/** The unit and the place in it of a host, from its index in the fabric. */
export function placeOf(clos: Clos, host: number): { readonly unit: number; readonly slot: number } {
  const first = slotsOf(clos, 0);
  if (host < first) return { unit: 0, slot: host };
  const place = host + clos.reservedSlots;
  return { unit: Math.floor(place / clos.unitHosts), slot: place % clos.unitHosts };
}

/** What is at the other end of a host's NIC, in a fabric whose units fill one after the other. */
export function leafOf(clos: Clos, host: number, rail: number): LinkEnd {
  const { unit, slot } = placeOf(clos, host);
  return { role: "leaf", index: unit * clos.rails + rail, port: slot };
}

/** What a port of a switch is joined to; nothing where it is free. */
export function peerOf(
  wiring: Wiring,
  role: "leaf" | "spine" | "core",
  index: number,
  port: number,
): LinkEnd | undefined {
  if (role === "leaf") return leafPeer(wiring, index, port);
  return role === "spine" ? spinePeer(wiring, index, port) : corePeer(wiring, index, port);
}

function leafPeer({ clos, unitHosts, leaves }: Wiring, leaf: number, port: number): LinkEnd | undefined {
  if (leaf >= leaves) return undefined;
  const unit = Math.floor(leaf / clos.rails);
  const rail = leaf % clos.rails;
  const link = port - (clos.ports - clos.uplinks);
  if (link >= 0) {
    const perPod = clos.unitsPerPod * clos.rails;
    const spine = Math.floor(leaf / perPod) * clos.spinesPerPod + Math.floor(link / clos.linksPerLeafSpine);
    const at = (leaf % perPod) * clos.linksPerLeafSpine + (link % clos.linksPerLeafSpine);
    return { role: "spine", index: spine, port: at };
  }
  const before = unitHosts.slice(0, unit).reduce((sum, count) => sum + count, 0);
  if (port < (unitHosts[unit] ?? 0)) return { role: "host", index: before + port, port: rail };
  const manager = (port - slotsOf(clos, 0)) * clos.rails + rail;
  const managed = unit === 0 && port >= slotsOf(clos, 0) && port < clos.unitHosts && manager < clos.managerLinks;
  return managed ? { role: "manager", index: manager, port: 0 } : undefined;
}

function spinePeer({ clos, leaves, spines }: Wiring, spine: number, port: number): LinkEnd | undefined {
  if (spine >= spines) return undefined;
  const pod = Math.floor(spine / clos.spinesPerPod);
  const place = spine % clos.spinesPerPod;
  const link = port - (clos.ports - clos.spineUplinks);
  if (clos.spineUplinks > 0 && link >= 0) {
    const firstCore = Math.floor(place / clos.spinesPerCore) * clos.coresPerSpine;
    const base = (pod * clos.spinesPerCore + (place % clos.spinesPerCore)) * clos.linksPerSpineCore;
    const core = firstCore + Math.floor(link / clos.linksPerSpineCore);
    return { role: "core", index: core, port: base + (link % clos.linksPerSpineCore) };
  }
  const local = Math.floor(port / clos.linksPerLeafSpine);
  const leaf = pod * clos.unitsPerPod * clos.rails + local;
  if (local >= clos.unitsPerPod * clos.rails || leaf >= leaves) return undefined;
  const uplink = place * clos.linksPerLeafSpine + (port % clos.linksPerLeafSpine);
  return { role: "leaf", index: leaf, port: clos.ports - clos.uplinks + uplink };
}

function corePeer({ clos, pods, cores }: Wiring, core: number, port: number): LinkEnd | undefined {
  if (core >= cores) return undefined;
  const perPod = clos.spinesPerCore * clos.linksPerSpineCore;
  const pod = Math.floor(port / perPod);
  if (pod >= pods) return undefined;
  const group = Math.floor(core / clos.coresPerSpine);
  const place = group * clos.spinesPerCore + Math.floor((port % perPod) / clos.linksPerSpineCore);
  const uplink = (core % clos.coresPerSpine) * clos.linksPerSpineCore + (port % clos.linksPerSpineCore);
  return { role: "spine", index: pod * clos.spinesPerPod + place, port: clos.ports - clos.spineUplinks + uplink };
}
