import type { CoolingTopologyInput } from "siteform";
import { MACHINE_ROWS, RACKS_IN_ROW, texasHalls } from "./texas-power";

/** A technology loop serves two rows of machines. */
const LOOPS = MACHINE_ROWS / 2;

/**
 * Liquid for what the racks' cold plates take, air for the rest. Each pair of rows has a loop with five CDUs of which four
 * suffice; fan walls stand along the hall; dry coolers reject both. Every second unit hangs on the other mechanical panel.
 */
export const texasCooling: CoolingTopologyInput = {
  designDryBulbC: 43,
  loops: texasHalls.flatMap(({ hall, key }) => [
    ...Array.from({ length: LOOPS }, (_, index) => ({
      name: `technology-${key}-${number(index + 1)}`,
      kind: "technology" as const,
      hall,
      racks: `r[${number(index * 2 + 1)}-${number(index * 2 + 2)}]-[01-${RACKS_IN_ROW}]`,
      supplyC: 40,
      riseK: 10,
      glycolShare: 0.25,
    })),
    { name: `facility-${key}`, kind: "facility" as const, hall, supplyC: 32, riseK: 10, glycolShare: 0.25 },
  ]),
  units: texasHalls.flatMap(({ hall, key, phase }) => [
    ...Array.from({ length: LOOPS }, (_, index) => ({
      name: `cdus-${key}-${number(index + 1)}`,
      ids: `cdu-${key}-${number(index + 1)}-[1-5]`,
      kind: "cdu" as const,
      capacityKW: 2_000,
      loop: `technology-${key}-${number(index + 1)}`,
      rejectsTo: `facility-${key}`,
      flowLMin: 3_300,
      boards: [`mechanical-${key}-1`, `mechanical-${key}-2`],
      supply: "either" as const,
      drawKW: 30,
      phase,
    })),
    {
      name: `fan-walls-${key}`,
      ids: `fan-wall-${key}-[01-48]`,
      kind: "fanWall" as const,
      capacityKW: 500,
      halls: [hall],
      rejectsTo: `facility-${key}`,
      supplyC: 27,
      boards: [`mechanical-${key}-1`, `mechanical-${key}-2`],
      supply: "either" as const,
      drawKW: 20,
      phase,
    },
    {
      name: `dry-coolers-${key}`,
      ids: `dry-cooler-${key}-[01-34]`,
      kind: "dryCooler" as const,
      capacityKW: 2_800,
      loop: `facility-${key}`,
      boards: [`mechanical-${key}-1`, `mechanical-${key}-2`],
      supply: "either" as const,
      drawKW: 90,
      phase,
    },
  ]),
};

/** `01`, `02`, ...: two digits, so that names sort as they count. */
function number(value: number): string {
  return String(value).padStart(2, "0");
}
