import type { PowerTopologyInput, UtilityServiceInput } from "siteform";

/** Halls of the site and the phase that each opens with. */
export const texasHalls = [
  { hall: "hall-1", key: "h1", phase: "p1" },
  { hall: "hall-2", key: "h2", phase: "p2" },
] as const;

/** Rows of a hall: of machines, of switches, of storage; each has as many positions, and a busway of each system. */
export const MACHINE_ROWS = 20;
export const NETWORK_ROWS = 6;
export const STORAGE_ROWS = 1;
const ROWS = MACHINE_ROWS + NETWORK_ROWS + STORAGE_ROWS;
export const RACKS_IN_ROW = 27;

/** Each on its own way from the substation to the racks. */
const SYSTEMS = ["a", "b", "c", "d"] as const;

const ASSUMED = "no drawing is published: sized for 168 MW of critical IT power at a peak PUE of 1.25";

/** The connection: half of it in September, all of it once the second transformer is energized. */
export const texasUtility: UtilityServiceInput = {
  name: "grid",
  utility: "the transmission operator of the South Plains",
  gridOperator: "ERCOT",
  pointOfInterconnect: "138 kV substation of the site",
  voltageKV: 138,
  firmMW: 220,
  basis: "assumed",
  source: ASSUMED,
  state: "binding",
  studyStatus: "agreed",
  ramp: [
    { id: "first", firmMW: 110, dates: { contract: "2026-09-01", actual: "2026-09-15" } },
    { id: "second", firmMW: 220, dates: { contract: "2026-11-15", forecast: "2026-12-10" } },
  ],
  curtailment: { maxHoursPerYear: 40, noticeMinutes: 30, curtailableMW: 60 },
  loadRampMW: 60,
  bess: { powerMW: 70, energyMWh: 35 },
  // What Texas' Senate Bill 6 asks of a large load in ERCOT.
  largeLoad: {
    siteControl: "ground lease of the joint venture",
    studyFee: { amount: "100000", currency: "USD", basis: "assumed", source: "the least that the bill sets" },
    costContribution: "interconnection facilities at the customer's cost",
    duplicateRequests: "none",
    backupGeneration: "none beyond mechanical and network loads",
    emergencyCurtailment: "training load is shed by power cap within 30 minutes' notice",
  },
};

/**
 * From the grid to the rows. A hall has four systems, A to D, of which three carry it: each rack takes a feed from each, and the
 * loss of any one leaves three feeds. In a system each row has a block of its own: transformer, UPS and busway.
 */
export const texasPower: PowerTopologyInput = {
  nodes: [
    { id: "grid", kind: "utility", service: "grid", voltageV: 138_000, powerFactor: 0.97 },
    {
      id: "substation-[1-3]",
      kind: "substation",
      parents: ["grid"],
      ratedKVA: 160_000,
      voltageV: 34_500,
      continuousFactor: 1,
      efficiency: 0.995,
      redundancyGroup: "substation",
    },
    ...texasHalls.flatMap(({ hall, key, phase }) => systemsOf(hall, key, phase)),
  ],
  redundancyGroups: [
    { id: "substation", scheme: "N+1" },
    ...texasHalls.map(({ key }) => ({ id: `systems-${key}`, scheme: "xToMakeY" as const, needed: 3 })),
  ],
  loads: texasHalls.map(({ key, hall, phase }) => ({
    id: `house-${key}`,
    kind: "control" as const,
    hall,
    phase,
    powerKW: 200,
    powerFactor: 0.95,
    feeds: [`mechanical-${key}-1`, `mechanical-${key}-2`],
    transfer: "staticTransfer" as const,
    onBackup: true,
  })),
  rackSupplies: texasHalls.map(({ hall, key }) => ({
    id: `racks-${key}`,
    hall,
    toPosition: ROWS * RACKS_IN_ROW,
    feeds: SYSTEMS.map((system) => ({
      id: system,
      side: system.toUpperCase(),
      nodes: `busway-${key}-${system}[01-${ROWS}]`,
      voltageV: 415,
      currentA: 100,
      continuousFactor: 1 as const,
      powerFactor: 0.98,
    })),
  })),
};

function systemsOf(hall: string, key: string, phase: string): PowerTopologyInput["nodes"][number][] {
  const there = { hall, phase };
  const systems = SYSTEMS.flatMap((system, index): PowerTopologyInput["nodes"][number][] => [
    {
      id: `board-${key}-${system}`,
      kind: "switchgear",
      parents: [`substation-${(index % 3) + 1}`, `substation-${((index + 1) % 3) + 1}`],
      transfer: "staticTransfer",
      ratedKVA: 40_000,
      voltageV: 34_500,
      continuousFactor: 1,
      side: system.toUpperCase(),
      redundancyGroup: `systems-${key}`,
      ...there,
    },
    {
      id: `transformer-${key}-${system}[01-${ROWS}]`,
      kind: "transformer",
      parents: [`board-${key}-${system}`],
      ratedKVA: 1_600,
      voltageV: 415,
      continuousFactor: 1,
      efficiency: 0.99,
      ...there,
    },
    {
      id: `ups-${key}-${system}[01-${ROWS}]`,
      kind: "ups",
      parents: [`transformer-${key}-${system}[01-${ROWS}]`],
      ratedKVA: 1_400,
      ratedKW: 1_400,
      voltageV: 415,
      continuousFactor: 1,
      efficiency: 0.975,
      rideThroughSeconds: 60,
      ...there,
    },
    {
      id: `busway-${key}-${system}[01-${ROWS}]`,
      kind: "busway",
      parents: [`ups-${key}-${system}[01-${ROWS}]`],
      voltageV: 415,
      breakerA: 2_000,
      continuousFactor: 1,
      side: system.toUpperCase(),
      ...there,
    },
  ]);
  return [
    ...systems,
    {
      id: `generator-${key}-[1-6]`,
      kind: "generator",
      ratedKVA: 3_000,
      ratedKW: 2_400,
      voltageV: 415,
      continuousFactor: 1,
      startSeconds: 30,
      ...there,
    },
    {
      id: `emergency-${key}`,
      kind: "switchgear",
      parents: [`generator-${key}-[1-6]`],
      transfer: "equalShare",
      ratedKVA: 15_000,
      voltageV: 415,
      continuousFactor: 1,
      ...there,
    },
    {
      id: `mechanical-${key}-[1-2]`,
      kind: "panel",
      parents: [`board-${key}-a`, `board-${key}-b`, `emergency-${key}`],
      transfer: "staticTransfer",
      ratedKVA: 14_000,
      voltageV: 415,
      continuousFactor: 1,
      efficiency: 0.99,
      ...there,
    },
  ];
}
