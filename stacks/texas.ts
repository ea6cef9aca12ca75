import { assumed, type Fleet, type HallInput, leased, megawatts, PartnerSite, reported, slurm, usd } from "siteform";
import { filings, press } from "./sources";
import { texasCooling } from "./texas-cooling";
import { texasAddresses, texasFabric } from "./texas-network";
import {
  MACHINE_ROWS,
  NETWORK_ROWS,
  RACKS_IN_ROW,
  STORAGE_ROWS,
  texasHalls,
  texasPower,
  texasUtility,
} from "./texas-power";

/** One investment for all sites that Fluidstack builds: it counts once in totals, whichever sites name it. */
export const fluidstackProgramme = {
  name: "fluidstack",
  investment: reported(usd(50_000_000_000), { source: press.programme }),
};

/**
 * Texas: a site that Fluidstack plans and builds for this one customer, handed over turnkey, from the grid to the chips. Reported
 * are the state, the contractor and service during 2026; power, halls, dates and the lease behind it are assumed.
 *
 * Turnkey hands over rooms with power and cooling, which the operator runs: what is found about them is a warning here. Racks,
 * hardware and network are one's own.
 */
export function addTexas(fleet: Fleet): PartnerSite {
  fleet.addRackType("network-48u", {
    description: "switches and storage on four feeds",
    units: 48,
    reservedUnits: 4,
    ratedKW: 60,
    maxWeightKg: 1_360,
    tareKg: 210,
    widthMm: 600,
    depthMm: 1_200,
    feeds: {
      count: 4,
      sides: ["A", "B", "C", "D"],
      voltageV: 415,
      currentA: 100,
      continuousFactor: 1,
      powerFactor: 0.98,
    },
    basis: "assumed",
    source: "a cabinet of 48 units as makers list them",
  });
  const texas = new PartnerSite(fleet, "texas", {
    location: { country: "US", subdivision: "US-TX", locality: "Abernathy" },
    contractor: "Fluidstack",
    operator: "Fluidstack",
    scope: "turnkey",
    programme: fluidstackProgramme,
    title: {
      kind: "leased",
      lease: {
        landlord: "joint venture of TeraWulf and Fluidstack",
        state: "binding",
        exclusive: true,
        type: "turnkey",
        termMonths: 300,
        rentPerKWMonth: assumed(usd(150), { source: "25 years then come to some 9.5 billion dollars, as reported" }),
        escalation: { percent: 1.9 },
        passThrough: [
          { id: "power", what: "power", kind: "metered", supplyContract: "counterparty", pueCap: assumed(1.3) },
        ],
      },
    },
    peakPue: assumed(1.25, { source: "liquid cooling in a hot, dry summer" }),
    energy: { averagePue: assumed(1.15, { source: "the same plant over a year with cool nights" }), grid: "ERCT" },
    utilities: [texasUtility],
    powerTopology: texasPower,
    coolingTopology: texasCooling,
    halls: texasHalls.map(({ hall }) => hallOf(hall)),
    phases: [
      {
        id: "p1",
        halls: ["hall-1"],
        power: assumed(megawatts(84), { meaning: "criticalIT", source: filings.abernathy }),
        milestones: {
          permit: { actual: "2025-12-01" },
          utility: { contract: "2026-09-01", follows: { utility: "grid", step: "first" } },
          integratedTest: { contract: "2026-11-15", forecast: "2026-11-30" },
          readyForService: { contract: "2026-12-01", follows: { milestone: "integratedTest", days: 15 } },
        },
        rentCommencementOn: { milestone: "readyForService" },
      },
      {
        id: "p2",
        halls: ["hall-2"],
        power: assumed(megawatts(84), { meaning: "criticalIT", source: filings.abernathy }),
        milestones: {
          permit: { actual: "2025-12-01" },
          utility: { contract: "2026-11-15", follows: { utility: "grid", step: "second" } },
          integratedTest: { follows: { milestone: "utility", days: 10 } },
          readyForService: { contract: "2026-12-31", follows: { milestone: "integratedTest", days: 11 } },
        },
        rentCommencementOn: { milestone: "readyForService" },
      },
    ],
    fabrics: [texasFabric],
    addressPlan: texasAddresses,
    deployments: [
      {
        name: "hall-1",
        phase: "p1",
        pools: [{ name: "train.hall-1" }],
        state: "binding",
        supplier: "NVIDIA",
        milestones: { ordered: { actual: "2026-02-02" } },
      },
      {
        name: "hall-2",
        phase: "p2",
        pools: [{ name: "train.hall-2" }],
        state: "binding",
        supplier: "NVIDIA",
        milestones: { ordered: { actual: "2026-03-02" } },
      },
    ],
    securityProfile: {
      attained: { level: 3, basis: "assumed", source: "no assessment is published" },
      weights: { requiredLevel: 3, clusters: ["train"] },
      zones: [
        { id: "perimeter", protectionClass: 1, entry: "badge", logged: true },
        { id: "building", parent: "perimeter", protectionClass: 2, entry: "badgeAndPin", logged: true },
        {
          id: "halls",
          parent: "building",
          protectionClass: 4,
          entry: "badgeAndBiometric",
          logged: true,
          visitorEscort: true,
          halls: texasHalls.map(({ hall }) => hall),
        },
      ],
      access: [
        { name: "own-staff", party: "self", racks: "unescorted", bmc: "unescorted", weights: "unescorted" },
        { name: "operator", party: "operator", racks: "escorted", bmc: "none", weights: "none" },
        { name: "landlord", party: "landlord", racks: "escorted", bmc: "none", weights: "none" },
      ],
    },
  });

  // 540 racks of 140 kW take 75.6 of 84 MW in each hall; switches, storage and what manages them take of the rest.
  texas.addCluster("train", {
    purpose: "training",
    scheduler: slurm({ version: "25.05" }),
    pools: [
      { name: "hall-1", machine: "gb300-nvl72", count: 540, capacity: leased({ phase: "p1" }) },
      { name: "hall-2", machine: "gb300-nvl72", count: 540, capacity: leased({ phase: "p2" }) },
    ],
  });
  return texas;
}

/** Switches stand between two halves of machines, so that no cable from a host is too long for its module. */
function hallOf(name: string): HallInput {
  const machines = { racks: RACKS_IN_ROW, rowKW: 3_900, rackType: "nvl72-place" };
  return {
    name,
    criticalItMW: 84,
    coolingMW: 90,
    airCoolingMW: 22,
    liquidCoolingMW: 68,
    rackKW: 150,
    rows: [
      { ...machines, name: "north", rows: `r[01-${MACHINE_ROWS / 2}]` },
      { name: "network", rows: `n[1-${NETWORK_ROWS}]`, racks: RACKS_IN_ROW, rowKW: 3_900, rackType: "network-48u" },
      { ...machines, name: "south", rows: `r[${MACHINE_ROWS / 2 + 1}-${MACHINE_ROWS}]` },
      { name: "storage", rows: `s[1-${STORAGE_ROWS}]`, racks: RACKS_IN_ROW, rowKW: 3_900, rackType: "network-48u" },
    ],
    reserved: [
      { name: "network", positions: `n[1-${NETWORK_ROWS}]-[01-${RACKS_IN_ROW}]`, use: "network" },
      {
        name: "storage",
        positions: `s[1-${STORAGE_ROWS}]-[01-${RACKS_IN_ROW}]`,
        use: "storage",
        rackKW: 20,
        liquidShare: 0,
      },
    ],
    // Narrow aisles: most of the heat leaves in water.
    floor: { coldAisleM: 1.4, hotAisleM: 1 },
    floorLoadKgPerM2: 2_500,
    redundancy: "xToMakeY",
    coolingRedundancy: "N+1",
    airClass: "A2",
    airSupplyC: 27,
    waterClass: "W32",
  };
}
