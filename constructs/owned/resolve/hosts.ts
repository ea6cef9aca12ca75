import { expandHostlist, type PhysicalSiteSpec } from "../../model";
import type { Allocation, Placement } from "../../model/allocation";
import { liveOf, racksOf, releasedOf } from "../allocation/lines";
import type { Span } from "../allocation/ordinals";
import type { PlanningContext } from "../allocation/planning-context";
import type { Addressing } from "./addresses";
import type { RackIndex } from "./racks";
import type { ResolvedHost } from "./resolved";

/** What hosts are made with. */
interface Making {
  readonly racks: RackIndex;
  readonly addressing: readonly Addressing[];
  /** By the name of the fabric, how many hosts have been joined by it. */
  readonly joined: Map<string, number>;
}

/** Every host of an allocation that is there, in the order of its lines. */
export function hostsOf(
  site: PhysicalSiteSpec,
  allocation: Allocation,
  context: PlanningContext,
  racks: RackIndex,
  addressing: readonly Addressing[],
): ResolvedHost[] {
  const released = releasedOf(allocation);
  const making: Making = { racks, addressing, joined: new Map() };
  return allocation.placements.flatMap((line) => hostsOfLine(site, line, liveOf(line, released), context, making));
}

function hostsOfLine(
  site: PhysicalSiteSpec,
  line: Placement,
  live: readonly Span[],
  context: PlanningContext,
  { racks, addressing, joined }: Making,
): ResolvedHost[] {
  const machine = context.machine(line.machine);
  const each = machine?.hosts ?? 1;
  const height = machine?.rackUnits?.value;
  const mine = addressing.map((network) => (network.isIn(line) ? network : undefined));
  const fabric = site.fabrics.find(
    ({ cluster, pools }) => cluster === line.cluster && (pools?.includes(line.pool) ?? true),
  );
  const names = expandHostlist(line.hosts);
  let index = fabric === undefined ? 0 : (joined.get(fabric.name) ?? 0);
  const hosts: ResolvedHost[] = [];
  for (const { position, machines } of racksOf(line)) {
    for (let machineOrdinal = machines.first; machineOrdinal <= machines.last; machineOrdinal++) {
      const isLive = live.some((span) => span.first <= machineOrdinal && machineOrdinal <= span.last);
      const rack = isLive ? racks.at(line.hall, position, line.rackType) : undefined;
      if (rack !== undefined) rack.machines++;
      const slot = (line.fromSlot ?? 1) - 1 + machineOrdinal - machines.first;
      const unit = height === undefined ? undefined : (line.fromUnit ?? 1) + (machineOrdinal - machines.first) * height;
      for (let host = 0; host < each; host++, index++) {
        const name = String(names.next().value ?? "");
        const addresses = mine.map((network) => network?.next(line, position, slot * each + host));
        if (rack === undefined) continue;
        hosts.push({
          name,
          cluster: line.cluster,
          pool: line.pool,
          machine: line.machine,
          ordinal: (machineOrdinal - 1) * each + host + 1,
          machineOrdinal,
          rack,
          unit,
          fabric: fabric === undefined ? undefined : { name: fabric.name, index },
          first: addresses,
        });
      }
    }
  }
  if (fabric !== undefined) joined.set(fabric.name, index);
  return hosts;
}
