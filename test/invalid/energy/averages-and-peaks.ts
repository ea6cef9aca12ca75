import { assumed, type Fleet, measured } from "siteform";
import { atlas, ownedSite, untyped } from "../support";

/** The peak given as the average, a PUE that is efficiency, months that are too few, a load in percent. */
export function fleet(): Fleet {
  const fleet = atlas({ policy: { averageLoad: 80 } });
  ownedSite(fleet, "annex", {
    peakPue: assumed(1.2, { source: "design" }),
    energy: { averagePue: assumed(1.35, { source: "design" }), grid: "ERCT" },
  });
  ownedSite(fleet, "barn", {
    energy: {
      averagePue: measured(0.8, { source: "meters" }),
      monthlyPue: { values: [1.1, 1.2], basis: "measured", source: "meters" },
      waterLitresPerKWh: untyped(0.3),
    },
  });
  ownedSite(fleet, "lab", {
    energy: untyped({ pue: 1.1, carbonGramsPerKWh: { ...assumed(400), date: "2023" } }),
  }).addCluster("train", {
    averageLoad: measured(70, { source: "meters" }),
    pools: [{ machine: "dgx-h100", count: 1, capacity: { kind: "owned" } }],
  });
  return fleet;
}

export const expected = [
  "error   policy.averageLoad: must be a share, 0 to 1; got 80  [SCHEMA]",
  "error   sites.annex.energy.averagePue.value: the PUE is 1.35 as the average of a year, and 1.2 at the worst hour of the year: no average is above the peak  [ENERGY-1]",
  "          → averagePue is energy over energy in a year, peakPue power over power at the worst hour: see whether they are swapped",
  "error   sites.annex.energy.grid: ERCT (ERCOT, most of Texas) lies in US, and the site stands in DE  [ENERGY-2]",
  "          → the catalogue has DE of DE; for another grid state carbonGramsPerKWh with its source",
  "error   sites.barn.energy.averagePue.value: must be a PUE, 1 to 10: all energy over the energy of IT; got 0.8  [SCHEMA]",
  "error   sites.barn.energy.monthlyPue.values: must hold twelve values, January first  [SCHEMA]",
  "error   sites.barn.energy.waterLitresPerKWh: must be a figure with value, basis and source, as assumed(1.2, { source: ... }) gives; got 0.3  [SCHEMA]",
  "error   sites.lab.clusters.train.averageLoad.value: must be a share, 0 to 1; got 70  [SCHEMA]",
  'error   sites.lab.energy.carbonGramsPerKWh.date: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "2023"  [SCHEMA]',
  "error   sites.lab.energy.pue: is not a field here; there are averagePue, monthlyPue, waterLitresPerKWh, grid, carbonGramsPerKWh, residualGramsPerKWh, supply  [SCHEMA]",
];
