import { assumed, contracted, days, type Fleet, gigabitsPerSecond, megawatts, sum, usd } from "siteform";
import { flexStart } from "siteform/google";
import { atlas, gke, google, leasedSite, ownedSite, phase, untyped } from "../support";

/** Quantities that the compiler would tell apart: a rate, a time and money for power, power for a number and for a time. */
export function fleet(): Fleet {
  const fleet = atlas();
  const said = { meaning: "criticalIT", source: "the contract" } as const;
  ownedSite(fleet, "lab", {
    power: contracted(untyped(gigabitsPerSecond(20)), said),
    peakPue: untyped(assumed(megawatts(1.2), said)),
  });
  ownedSite(fleet, "annex", { power: contracted(sum(untyped([megawatts(4), days(2)])), said) });
  leasedSite(fleet, "memphis", {
    rentPerKWMonth: untyped(megawatts(130)),
    phases: [phase("p1", 20, { power: untyped(contracted(usd(20), { source: "the contract" })) })],
  });
  leasedSite(fleet, "reno", { phases: [phase("p1", 20, { power: contracted(untyped(20), said) })] });
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [
      {
        machine: "a3-highgpu-8g",
        count: 2,
        capacity: flexStart({ zone: "us-central1-a", maxRun: untyped(megawatts(12)) }),
      },
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.annex.power.valueMW: must be a finite number of MW, 0 or more; got "4 MW + 2 days"  [SCHEMA]',
  "error   sites.iowa.clusters.train.pools.h100.capacity.maxRunHours: must be 1 to 168 hours; got a power of 12 MW  [SCHEMA]",
  "error   sites.lab.peakPue: must be a plain number with basis and source, as assumed(1.2) gives; got a power figure in MW  [SCHEMA]",
  "error   sites.lab.power: must be a power, as megawatts(20) gives; got a data rate of 20 Gbit/s  [SCHEMA]",
  "error   sites.memphis.lease.phases.p1.power: must be a power, as megawatts(20) gives; got an amount of 20.00 USD  [SCHEMA]",
  "error   sites.memphis.lease.rentPerKWMonth: must be money, as usd(1_500_000) gives; got a power of 130 MW  [SCHEMA]",
  "error   sites.reno.lease.phases.p1.power: must be a power, as megawatts(20) gives; got the plain number 20  [SCHEMA]",
];
