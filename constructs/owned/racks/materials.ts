import type { OtherMaterial } from "../../ledger";
import { type PhysicalSiteSpec, phasesOf, type RackType } from "../../model";
import type { ResolvedHost, ResolvedRack } from "../resolve/resolved";

/** What racks are counted from. */
export interface StandingRacks {
  readonly site: PhysicalSiteSpec;
  readonly racks: readonly ResolvedRack[];
  readonly hosts: readonly Pick<ResolvedHost, "rack" | "unit">[];
}

/**
 * Racks and their power distribution units, for the bill of materials: phase by phase, as the halls open. A machine that comes as a
 * whole rack brings its own, and is on the bill as a machine.
 */
export function rackMaterials(
  { site, racks, hosts }: StandingRacks,
  rackType: (name: string) => RackType | undefined,
): OtherMaterial[] {
  const whole = new Set(hosts.filter(({ unit }) => unit === undefined).map(({ rack }) => rack));
  const phaseOf = new Map(phasesOf(site).flatMap(({ id, halls }) => halls.map((hall) => [hall, id] as const)));
  const materials = new Map<string, OtherMaterial>();
  const add = (rack: ResolvedRack, kind: OtherMaterial["kind"], item: string, quantity: number) => {
    const phase = phaseOf.get(rack.hall);
    const key = `${phase ?? ""}\0${kind}\0${item}`;
    const before = materials.get(key)?.quantity ?? 0;
    materials.set(key, { kind, item, quantity: before + quantity, ...(phase === undefined ? {} : { phase }) });
  };
  for (const rack of racks) {
    const type = rack.rackType === undefined ? undefined : rackType(rack.rackType);
    if (whole.has(rack) || type?.kind === "place") continue;
    add(rack, "rack", rack.rackType ?? "rack of a type still to be chosen", 1);
    if (type?.feeds !== undefined) add(rack, "pdu", pduName(type.feeds), type.feeds.count);
  }
  return [...materials.values()];
}

/** One for each feed: `rack PDU 415 V 60 A three-phase`. */
const pduName = ({ voltageV, currentA, phases }: NonNullable<RackType["feeds"]>): string =>
  `rack PDU ${voltageV} V ${currentA} A ${phases === 3 ? "three-phase" : "single-phase"}`;
