import { type Fleet } from "siteform";
import { atlas, leasedSite, untyped } from "../support";

const said = { basis: "contract", source: "the agreement" } as const;

/** Contracts for more than all of the energy, one that ends before it begins, one of no kind, and load that nobody delivers. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "memphis",
    {},
    {
      energy: {
        grid: "SRTX",
        supply: [
          { name: "wind", kind: "ppa", share: 0.8, carbonGramsPerKWh: 0, ...said },
          { name: "sun", kind: "ppa", share: 0.4, carbonGramsPerKWh: 0, from: "2027-07-01", ...said },
          {
            name: "old",
            kind: "tariff",
            share: 0.1,
            carbonGramsPerKWh: 0,
            from: "2027-01-01",
            until: "2026-12-31",
            ...said,
          },
        ],
      },
      utilities: [
        {
          name: "grid",
          utility: "MLGW",
          gridOperator: "TVA",
          firmMW: 50,
          basis: "contract",
          source: "the agreement",
          curtailment: { maxHoursPerYear: 10_000, noticeMinutes: 10, curtailableMW: 60 },
        },
      ],
    },
  );
  leasedSite(
    fleet,
    "ohio",
    {},
    {
      energy: untyped({
        supply: [{ name: "green", kind: "green", share: 80, carbonGramsPerKWh: -5, ...said }],
      }),
    },
  );
  return fleet;
}

export const expected = [
  'error   sites.memphis.energy.grid: "SRTX" is no grid of the catalogue  [ENERGY-2]',
  '          → did you mean "SRTV"?',
  'error   sites.memphis.energy.supply: from 2027-07-01 on "wind" and "sun" cover 120 % of the site\'s energy, more than all of it  [ENERGY-3]',
  "          → a share is of the energy that the site draws, 0 to 1: lower shares, or end one contract before the next begins",
  "error   sites.memphis.energy.supply.old.until: the contract begins on 2027-01-01 and ends on 2026-12-31, before it begins  [ENERGY-3]",
  "error   sites.memphis.utilities.grid.curtailment.curtailableMW: 60 MW may be called back of 50 MW that the service delivers, firm and interruptible together  [ENERGY-5]",
  "error   sites.memphis.utilities.grid.curtailment.maxHoursPerYear: load may be called back for 10,000 hours a year, and no year has more than 8,784  [ENERGY-5]",
  "error   sites.ohio.energy.supply.green.carbonGramsPerKWh: must be a number of g CO2e/kWh, 0 to 10000; got -5  [SCHEMA]",
  'error   sites.ohio.energy.supply.green.kind: must be ppa, tariff, onsite or certificates; got "green"  [SCHEMA]',
  "error   sites.ohio.energy.supply.green.share: must be a share, 0 to 1; got 80  [SCHEMA]",
];
