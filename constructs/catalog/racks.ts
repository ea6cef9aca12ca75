import type { RackType, RackTypeInput } from "../model/rack-type";
import { unverified } from "./sources";

type Row = Omit<RackTypeInput, "name">;

const netbox = (model: string): string =>
  `NetBox device-type library, rack-types/APC/${model}.yaml (2026); the load it states is taken with the rack's own weight in it`;

/** Three feeds of which each pair carries 65.55 kW at a power factor of 0.95: 415 V x 60 A x sqrt(3) x 0.8 x 0.95 x 2. */
const threeFeeds = { count: 3, sides: ["A", "B", "C"], voltageV: 415, currentA: 60, powerFactor: 0.95 } as const;

const rows = {
  /** A cabinet of 42 units, 600 mm wide. */
  "apc-ar3300": {
    description: "NetShelter SX, 42 U, 600 mm x 1200 mm",
    units: 42,
    maxWeightKg: 1701,
    tareKg: 134.09,
    widthMm: 600,
    depthMm: 1200,
    heightMm: 1991,
    basis: "reported",
    source: netbox("AR3300"),
  },
  /** A cabinet of 48 units, 750 mm wide: room for strips and liquid beside the servers. */
  "apc-ar3357": {
    description: "NetShelter SX, 48 U, 750 mm x 1200 mm",
    units: 48,
    maxWeightKg: 1020,
    tareKg: 185.45,
    widthMm: 750,
    depthMm: 1200,
    mountingDepthMm: 1048,
    basis: "reported",
    source: netbox("AR3357"),
  },
  /** Four air-cooled servers of 10.2 kW, as in the racks of DGX SuperPOD H100. */
  "air-48u": {
    description: "four servers of 8 GPUs, cooled by air, with three strips",
    units: 48,
    reservedUnits: 4,
    ratedKW: 45,
    maxWeightKg: 1360,
    tareKg: 210,
    widthMm: 750,
    depthMm: 1200,
    feeds: threeFeeds,
    basis: "assumed",
    source: unverified(
      "four DGX H100 a rack, as NVIDIA DGX SuperPOD H100 reference architecture; the cabinet's sheet decides",
    ),
  },
  /** A place for a rack that comes whole: 72 accelerators in one NVLink domain. */
  "nvl72-place": {
    description: "a position for a GB200 or GB300 NVL72 rack, with manifolds",
    kind: "place",
    units: 48,
    ratedKW: 142,
    maxWeightKg: 1600,
    tareKg: 0,
    widthMm: 600,
    depthMm: 1200,
    liquid: true,
    basis: "assumed",
    source: unverified(
      "the upper end of 120 to 142 kW that the press cites for GB300 NVL72, and its 1.36 t with room for hoses",
    ),
  },
} as const satisfies Readonly<Record<string, Row>>;

/** A rack of the catalogue. */
export type RackTypeName = keyof typeof rows;

/** Racks, by name. A fleet may add its own, and one of the same name replaces the catalogue's. */
export function rackTypes(): ReadonlyMap<string, RackType> {
  // Read when asked for: a program that imports the catalogue needs no schema.
  known ??= read();
  return known;
}

let known: ReadonlyMap<string, RackType> | undefined;

function read(): ReadonlyMap<string, RackType> {
  const schema = (require("../model/rack-type") as typeof import("../model/rack-type")).RackType;
  return new Map(Object.entries<Row>(rows).map(([name, row]) => [name, schema.parse({ name, ...row })]));
}
