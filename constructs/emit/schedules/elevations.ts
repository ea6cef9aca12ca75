import type { PhysicalSiteSpec } from "../../model";
import { lastU, type Slot } from "../../owned/racks/elevation";
import type { StandingItem, StandingRack } from "../../owned/racks/standing";
import { GRAMS_PER_KG, WATTS_PER_KW } from "../../owned/racks/whole-units";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { markdownTable } from "../markdown";
import { contentsOf, ownerOf, type RackKind, rackKinds, said } from "../rack-kinds";

const columns = [
  "kind",
  "hall",
  "racks",
  "rack_count",
  "rack_type",
  "from_u",
  "to_u",
  "units",
  "type",
  "cluster",
  "pool",
  "device_kw",
  "device_kg",
  "rack_kw",
  "rack_liquid_kw",
  "rack_kg",
  "floor_kg_per_m2",
] as const;

/** Rack elevations as CSV, a line for each place in each kind of rack, and as Markdown to read. Kept positions have a line too. */
export function elevationSchedules(
  site: Pick<PhysicalSiteSpec, "name" | "halls">,
  racks: readonly StandingRack[],
): EmittedFile[] {
  const kinds = rackKinds(site, racks);
  if (kinds.length === 0) return [];
  return [
    { file: "schedules/rack-elevations.csv", text: toCsv(columns, kinds.flatMap(csvRows)) },
    { file: "schedules/rack-elevations.md", text: markdown(site, kinds) },
  ];
}

type Row = Parameters<typeof toCsv<(typeof columns)[number]>>[1] extends Iterable<infer R> ? R : never;

function csvRows(kind: RackKind): Row[] {
  const base: Row = {
    kind: kind.id,
    hall: kind.hall,
    racks: kind.positions,
    rack_count: kind.racks.length,
    rack_type: kind.sample.rackTypeName,
    rack_kw: kind.powerKW,
    rack_liquid_kw: kind.liquidKW,
    rack_kg: kind.weightKg,
    floor_kg_per_m2: kind.floorKgPerM2,
  };
  const device = ({ item, cluster, pool }: StandingItem): Row => ({
    ...base,
    type: item.type,
    cluster,
    pool,
    device_kw: item.watts === undefined ? undefined : item.watts / WATTS_PER_KW,
    device_kg: item.grams === undefined ? undefined : item.grams / GRAMS_PER_KG,
  });
  const { slots, beside, whole } = kind.elevation;
  if (whole !== undefined) return [device(whole)];
  if (kind.sample.items.length === 0) return [{ ...base, type: `kept: ${kind.sample.reserved ?? ""}` }];
  return [
    ...slots.map((slot) => ({ ...device(slot.of), from_u: slot.fromU, to_u: lastU(slot), units: slot.units })),
    ...beside.flatMap((item) => Array.from({ length: item.count }, () => ({ ...device(item), units: 0 }))),
  ];
}

function markdown(site: Pick<PhysicalSiteSpec, "name" | "halls">, kinds: readonly RackKind[]): string {
  const halls = site.halls.flatMap(({ name }) => {
    const inHall = kinds.filter(({ hall }) => hall === name);
    return inHall.length === 0 ? [] : [`## Hall ${name}`, overview(inHall), ...inHall.flatMap(detail)];
  });
  return `${[`# Rack elevations of ${site.name}`, "Racks in which the same stands are one kind.", ...halls]
    .map((part) => part.trimEnd())
    .join("\n\n")}\n`;
}

const overview = (kinds: readonly RackKind[]): string =>
  markdownTable<RackKind>(
    [
      { heading: "kind", cell: ({ id }) => id },
      { heading: "racks", cell: ({ racks }) => racks.length, align: "right" },
      { heading: "positions", cell: ({ positions }) => positions },
      { heading: "rack type", cell: ({ sample }) => sample.rackTypeName },
      { heading: "holds", cell: contentsOf },
      { heading: "power", cell: ({ powerKW }) => said(powerKW, "kW"), align: "right" },
      { heading: "weight", cell: ({ weightKg }) => weightKg && said(weightKg, "kg"), align: "right" },
      { heading: "floor", cell: ({ floorKgPerM2: floor }) => floor && said(floor, "kg/m²"), align: "right" },
    ],
    kinds,
  );

/** From the top downwards, as one stands before it. */
function detail(kind: RackKind): string[] {
  const { slots, beside, whole } = kind.elevation;
  if (whole !== undefined || slots.length + beside.length === 0) return [];
  const rows = [
    ...[...slots].reverse().map((slot) => ({ place: placeOf(slot), of: slot.of, count: 1 })),
    ...beside.map((of) => ({ place: "beside", of, count: of.count })),
  ];
  const columns = [
    { heading: "place", cell: ({ place }: (typeof rows)[number]) => place },
    {
      heading: "type",
      cell: ({ of, count }: (typeof rows)[number]) => (count === 1 ? of.item.type : `${count} ${of.item.type}`),
    },
    { heading: "pool", cell: ({ of }: (typeof rows)[number]) => (of.pool === undefined ? undefined : ownerOf(of)) },
  ];
  return [`### ${kind.id}, × ${kind.racks.length}`, markdownTable(columns, rows)];
}

function placeOf(slot: Slot): string {
  const last = lastU(slot);
  return last <= slot.fromU ? `U${slot.fromU}` : `U${slot.fromU}–U${last}`;
}
