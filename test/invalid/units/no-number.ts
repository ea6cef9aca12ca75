import { type Fleet, gigawatts, kilowatts, megawatts, reported } from "siteform";
import { atlas, aws, leasedSite, ownedSite, phase } from "../support";

/** What arithmetic gives when something was missing, and power that flows back. */
export function fleet(): Fleet {
  const fleet = atlas();
  const said = { meaning: "criticalIT", source: "a table" } as const;
  ownedSite(fleet, "lab", { power: reported(megawatts(Number.NaN), said) });
  aws(fleet, "ohio", { power: reported(gigawatts(1 / 0), said) });
  leasedSite(fleet, "memphis", { phases: [phase("p1", 20, { power: reported(kilowatts(-300), said) })] });
  return fleet;
}

export const expected = [
  "error   sites.lab.power.valueMW: must be a finite number of MW, 0 or more; got NaN  [SCHEMA]",
  "error   sites.memphis.lease.phases.p1.power.valueMW: must be 0 MW or more; got -0.3  [SCHEMA]",
  "error   sites.ohio.power.valueMW: must be a finite number of MW, 0 or more; got Infinity  [SCHEMA]",
];
