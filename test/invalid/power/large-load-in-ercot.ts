import { contracted, type Fleet, usd } from "siteform";
import { atlas, critical, ownedSite } from "../support";

/** Two large loads in ERCOT, one of them in New Mexico: one shows nothing, the other a fee that is too low. Texas outside ERCOT is free. */
export function fleet(): Fleet {
  const fleet = atlas();
  const service = {
    name: "grid",
    utility: "the utility",
    firmMW: 120,
    basis: "contract",
    source: "the request",
  } as const;
  ownedSite(fleet, "abilene", {
    location: { country: "US", subdivision: "US-TX" },
    power: critical(80),
    utilities: [{ ...service, gridOperator: "ERCOT" }],
  });
  ownedSite(fleet, "hobbs", {
    location: { country: "US", subdivision: "US-NM" },
    power: critical(80),
    utilities: [
      {
        ...service,
        gridOperator: "ERCOT",
        largeLoad: {
          siteControl: "deed",
          studyFee: contracted(usd(90_000), { source: "receipt" }),
          costContribution: "security posted",
          duplicateRequests: "none",
          backupGeneration: "none",
          emergencyCurtailment: "power cap",
        },
      },
    ],
  });
  ownedSite(fleet, "amarillo", {
    location: { country: "US", subdivision: "US-TX" },
    power: critical(80),
    utilities: [{ ...service, gridOperator: "SPP" }],
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.utilities.grid.largeLoad.backupGeneration: a load of 120 MW in ERCOT must show which backup generation stands on the site: from 75 MW on Texas' Senate Bill 6 holds  [PWR-11]",
  "error   sites.abilene.utilities.grid.largeLoad.costContribution: a load of 120 MW in ERCOT must show how the load contributes to the cost of interconnection: from 75 MW on Texas' Senate Bill 6 holds  [PWR-11]",
  "error   sites.abilene.utilities.grid.largeLoad.duplicateRequests: a load of 120 MW in ERCOT must show which other requests there are for the same load: from 75 MW on Texas' Senate Bill 6 holds  [PWR-11]",
  "error   sites.abilene.utilities.grid.largeLoad.emergencyCurtailment: a load of 120 MW in ERCOT must show how the load is curtailed, or its backup deployed, in an emergency of the grid: from 75 MW on Texas' Senate Bill 6 holds  [PWR-11]",
  "error   sites.abilene.utilities.grid.largeLoad.siteControl: a load of 120 MW in ERCOT must show proof of control of the site: from 75 MW on Texas' Senate Bill 6 holds  [PWR-11]",
  "error   sites.abilene.utilities.grid.largeLoad.studyFee: a load of 120 MW in ERCOT must show the fee of the interconnection study: from 75 MW on Texas' Senate Bill 6 holds  [PWR-11]",
  "error   sites.hobbs.utilities.grid.largeLoad.studyFee.amount: the study fee of a large load in ERCOT is at least $100,000; got $90000.00  [PWR-11]",
];
