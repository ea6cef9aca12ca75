import { compressNames, footprintM2, groupThousands, type PhysicalSiteSpec } from "../model";
import { type Configuration, configurationsOf } from "../owned/racks/configurations";
import { type Elevation, elevationOf } from "../owned/racks/elevation";
import { rackLoad } from "../owned/racks/rack-load";
import type { StandingItem, StandingRack } from "../owned/racks/standing";
import { GRAMS_PER_KG, WATTS_PER_KW } from "../owned/racks/whole-units";

/** Racks in which the same stands, as schedules and drawings show them. */
export interface RackKind extends Configuration {
  /** Unique in its site, and the same while the first of its racks is: `h1-r01-01`. */
  readonly id: string;
  readonly hall: string;
  /** The positions as a hostlist. */
  readonly positions: string;
  readonly elevation: Elevation;
  /** Of one rack. */
  readonly powerKW: number;
  readonly liquidKW: number;
  /** With the rack's own; absent where nobody says what something in it weighs. */
  readonly weightKg?: number;
  readonly floorKgPerM2?: number;
}

/** The kinds of filled racks of a site, in the order of its halls and their positions. */
export function rackKinds(site: Pick<PhysicalSiteSpec, "halls">, racks: readonly StandingRack[]): RackKind[] {
  return site.halls.flatMap(({ name }) =>
    configurationsOf(racks.filter(({ hall }) => hall === name)).map((configuration) => kindOf(configuration)),
  );
}

function kindOf(configuration: Configuration): RackKind {
  const { sample, racks } = configuration;
  const load = rackLoad(sample);
  const isWhole = sample.items.some(({ item }) => item.isRack);
  const weighed = sample.items.length > 0 && sample.items.every(({ item }) => item.grams !== undefined);
  const weightKg = load.grams / GRAMS_PER_KG + (isWhole ? 0 : (sample.rackType?.tareKg ?? 0));
  return {
    ...configuration,
    id: `${sample.hall}-${sample.position}`,
    hall: sample.hall,
    positions: compressNames(racks.map(({ position }) => position)),
    elevation: elevationOf(sample, sample.rackType),
    powerKW: load.watts / WATTS_PER_KW,
    liquidKW: load.liquidWatts / WATTS_PER_KW,
    ...(weighed ? { weightKg: rounded(weightKg, 2) } : {}),
    ...(weighed && sample.rackType !== undefined
      ? { floorKgPerM2: rounded(weightKg / footprintM2(sample.rackType), 1) }
      : {}),
  };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** `train/h100`, or the device's type: what is told apart by colour and in tables. */
export const ownerOf = ({ cluster, pool, item }: StandingItem): string =>
  pool === undefined ? item.type : `${cluster}/${pool}`;

/** `40.8 kW`, `1,632 kW`: a figure for people. */
export const said = (value: number, unit: string, digits = 2): string =>
  `${groupThousands(rounded(value, digits))} ${unit}`;

/** `4 dgx-h100, 1 qm9700`. */
export const contentsOf = ({ sample }: Configuration): string =>
  sample.items.length === 0
    ? `kept: ${sample.reserved ?? "nothing"}`
    : sample.items.map(({ count, item }) => `${count} ${item.type}`).join(", ");
