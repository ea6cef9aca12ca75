import { assumed, eur, type Fleet, usd } from "siteform";
import { atlas, ownedSite, ownServers, untyped } from "../support";

/** Euros among dollars, percents for shares, a bare price, a cluster that is not there, payments that are not the price. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(10)] });
  const rent = { perAcceleratorHour: assumed(usd("2.4875")) };
  const own = {
    hardwarePerAccelerator: assumed(usd(30_000)),
    hardwareLifeMonths: assumed(48),
    kWPerAccelerator: assumed(1.3),
    averagePue: assumed(1.2),
    energyPerMWh: assumed(usd(60)),
  };
  const shared = {
    accelerator: "H100",
    start: "2027-01",
    months: 48,
    currency: "USD",
    discountRatePerYear: assumed(0.08),
    utilization: assumed(0.7),
  } as const;
  fleet
    .addComparison("mixed", {
      ...shared,
      cluster: "lab.reserch",
      own: { ...own, energyPerMWh: assumed(eur(60)), payments: [{ share: 0.3, months: -1 }, { share: 0.6 }] },
      rent,
    })
    .addComparison("percent", {
      ...shared,
      cluster: "lab.research",
      utilization: assumed(70),
      own: { ...own, hardwarePerAccelerator: untyped(usd(30_000)), averagePue: assumed(0.9), leadMonths: assumed(1.5) },
      rent: { ...rent, takeOrPayShare: assumed(60), priceChangePerYear: assumed(-10), throughput: assumed(0) },
    });
  return fleet;
}

export const expected = [
  'error   comparisons.mixed.cluster: there is no cluster "lab.reserch"  [COMPARE-1]',
  '          → did you mean "lab.research"?',
  "error   comparisons.mixed.own.energyPerMWh.currency: the comparison is made in USD; an amount in EUR does not add to it  [COMPARE-2]",
  "          → convert it at a rate of your own, and name the rate and its day in its source",
  "error   comparisons.mixed.own.payments: the payments are 0.9 of the price in all; they must be 1  [COMPARE-3]",
  "error   comparisons.mixed.own.payments[0].months: this is due before the decision: the machines are there 0 months after it  [COMPARE-3]",
  "error   comparisons.percent.own.averagePue.value: must be a PUE, 1 to 10: all energy over the energy of IT; got 0.9  [SCHEMA]",
  "error   comparisons.percent.own.hardwarePerAccelerator: must say where the figure comes from, its basis and source; got the bare 30000.00 USD  [SCHEMA]",
  "          → write measured(...), contracted(...), vendorStated(...), reported(...) or assumed(...) around it",
  "error   comparisons.percent.own.leadMonths.value: must be a whole number of months until the machines are there, 0 to 600; got 1.5  [SCHEMA]",
  "error   comparisons.percent.rent.priceChangePerYear.value: must be a change in a year as a share, above -1, at most 1, such as -0.15 for 15 % less; got -10  [SCHEMA]",
  "error   comparisons.percent.rent.takeOrPayShare.value: must be a share, 0 to 1; got 60  [SCHEMA]",
  "error   comparisons.percent.rent.throughput.value: must be a throughput, 0.000001 to 1000000 times the work of the other; got 0  [SCHEMA]",
  "error   comparisons.percent.utilization.value: must be a share, 0.0001 to 1 of the time; got 70  [SCHEMA]",
];
