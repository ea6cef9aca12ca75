import { written } from "../ledger/own-or-rent/support";
import { brief, check, cluster, figure, fleet, hardwarePool, ownedSite, type Raw, usd } from "./support";

/** A comparison, its parts written over. */
const comparison = ({ own, rent, ...more }: Raw = {}): Raw => {
  const base = written();
  return { ...base, ...more, own: { ...base.own, ...Object(own) }, rent: { ...base.rent, ...Object(rent) } };
};
const withSites = (compared: Raw, ...sites: readonly Raw[]) => fleet({ sites, comparisons: [compared] });
const alone = (more: Raw = {}) => withSites(comparison(more));
const messages = (id: string, raw: Raw) =>
  check(id, raw).map(({ path, message, hint }) => `${path}: ${message}${hint === undefined ? "" : ` -> ${hint}`}`);

const lab = (more: Raw = {}) =>
  ownedSite({
    name: "lab",
    clusters: [{ ...cluster([hardwarePool({ machine: "dgx-h100", count: 4, capacity: { kind: "owned" } })]), ...more }],
  });
const about = (named: string, more: Raw = {}) => comparison({ cluster: named, accelerators: undefined, ...more });

describe("COMPARE-1, what is compared", () => {
  const name = String(cluster([])["name"]);

  test("is a number of accelerators, or a cluster that has them", () => {
    expect(check("COMPARE-1", alone())).toEqual([]);
    expect(check("COMPARE-1", withSites(about(`lab.${name}`), lab()))).toEqual([]);
  });

  test("is one of the two", () => {
    expect(messages("COMPARE-1", alone({ accelerators: undefined }))).toEqual([
      'comparisons.test: neither a cluster nor a number of accelerators is given, so that there is nothing to compare -> cluster: "site.cluster", or accelerators: 1000',
    ]);
    expect(messages("COMPARE-1", withSites(comparison({ cluster: `lab.${name}` }), lab()))).toEqual([
      "comparisons.test.cluster: a cluster and 10 accelerators are given; which holds? -> leave one of them out",
    ]);
  });

  test("is a cluster that is there", () => {
    expect(messages("COMPARE-1", withSites(about(`lap.${name}`), lab()))).toEqual([
      `comparisons.test.cluster: there is no cluster "lap.${name}" -> did you mean "lab.${name}"?`,
    ]);
    expect(messages("COMPARE-1", withSites(about("elsewhere")))).toEqual([
      'comparisons.test.cluster: there is no cluster "elsewhere" -> the fleet has no clusters',
    ]);
  });

  test("is of accelerators that are there", () => {
    expect(messages("COMPARE-1", withSites(about(`lab.${name}`, { accelerator: "B200" }), lab()))).toEqual([
      `comparisons.test.accelerator: lab.${name} has no B200 -> it has H100`,
    ]);
    expect(messages("COMPARE-1", alone({ accelerator: "H10" }))).toEqual([
      'comparisons.test.accelerator: "H10" is no accelerator of the catalogue or of the fleet\'s machines -> did you mean "H100"?',
    ]);
  });

  test("says how much they work, itself or by its cluster", () => {
    const silent = about(`lab.${name}`, { utilization: undefined });
    expect(check("COMPARE-1", withSites(silent, lab({ utilization: figure(0.6) })))).toEqual([]);
    expect(messages("COMPARE-1", withSites(silent, lab()))).toEqual([
      "comparisons.test.utilization: is missing: neither the comparison nor its cluster says how much of the time accelerators work -> utilization: measured(0.62, { source: ... })",
    ]);
  });

  test("is some work", () => {
    const policy = { outOfService: { spares: 0.5, failed: 0.3, maintenance: 0.2 } };
    expect(messages("COMPARE-1", fleet({ policy, comparisons: [comparison()] }))).toEqual([
      "comparisons.test.own.outOfService: is missing, and by the policy of the fleet all accelerators are out of service: no work would be compared -> state it, or lower outOfService of the policy",
    ]);
    const stated = comparison({ own: { outOfService: figure(0.1) } });
    expect(check("COMPARE-1", fleet({ policy, comparisons: [stated] }))).toEqual([]);
  });
});

describe("COMPARE-2, one currency", () => {
  test("finds another wherever it stands, with its path", () => {
    expect(check("COMPARE-2", alone())).toEqual([]);
    const mixed = alone({
      own: { hall: { kind: "built", perKW: usd("9000", "EUR"), lifeMonths: figure(240) } },
      rent: { perAcceleratorHour: usd("2.50", "GBP") },
    });
    expect(brief(check("COMPARE-2", mixed))).toEqual([
      "comparisons.test.own.hall.perKW.currency EUR/USD",
      "comparisons.test.rent.perAcceleratorHour.currency GBP/USD",
    ]);
    expect(
      messages(
        "COMPARE-2",
        alone({ currency: "EUR", own: { energyPerMWh: usd("50", "EUR"), hardwarePerAccelerator: usd("1", "EUR") } }),
      ),
    ).toEqual([
      "comparisons.test.rent.perAcceleratorHour.currency: the comparison is made in EUR; an amount in USD does not add to it -> convert it at a rate of your own, and name the rate and its day in its source",
    ]);
  });
});

describe("COMPARE-3, within the months", () => {
  const of = (months: number, lead: number, payments: readonly Raw[]) =>
    brief(check("COMPARE-3", alone({ months, own: { leadMonths: figure(lead), payments } })));

  test("one's own is there before they are over", () => {
    expect(of(12, 11, [{ share: 1, months: 0 }])).toEqual([]);
    expect(of(12, 12, [{ share: 1, months: 0 }])).toEqual(["comparisons.test.own.leadMonths 12/11"]);
  });

  test("payments are the price, once", () => {
    const thirds = [{ share: 0.3 }, { share: 0.3 }, { share: 0.4 }];
    expect(of(12, 0, thirds)).toEqual([]);
    expect(of(12, 0, [{ share: 0.3 }, { share: 0.6 }])).toEqual(["comparisons.test.own.payments 0.9/1"]);
  });

  test("nothing is paid before the decision or after the end", () => {
    const paid = (months: number) => of(12, 4, [{ share: 1, months }]);
    expect([paid(-4), paid(7)]).toEqual([[], []]);
    expect(paid(-5)).toEqual(["comparisons.test.own.payments[0].months -5/-4"]);
    expect(paid(8)).toEqual(["comparisons.test.own.payments[0].months 8/7"]);
  });
});

describe("COMPARE-4, figures that are doubted", () => {
  const name = String(cluster([])["name"]);

  test("hardware that is used for longer than it lives", () => {
    const of = (months: number, lead: number) =>
      brief(check("COMPARE-4", alone({ months, own: { leadMonths: figure(lead) } })));
    expect([of(12, 0), of(18, 6)]).toEqual([[], []]);
    expect(of(13, 0)).toEqual(["warning comparisons.test.own.hardwareLifeMonths 12/13"]);
  });

  test("energy at the price of a kilowatt-hour", () => {
    const of = (amount: string) => brief(check("COMPARE-4", alone({ own: { energyPerMWh: usd(amount) } })));
    expect([of("1"), of("1000"), of("0")]).toEqual([[], [], []]);
    expect(of("0.06")).toEqual(["warning comparisons.test.own.energyPerMWh 0.06/1"]);
    expect(of("1000.01")).toEqual(["warning comparisons.test.own.energyPerMWh 1000.01/1000"]);
  });

  test("what its cluster and its site say otherwise", () => {
    const site = { ...lab({ utilization: figure(0.5) }), peakPue: { value: 1.3, basis: "assumed", source: "design" } };
    // A DGX H100 takes 10.2 kW with eight accelerators, 1.275 kW for each.
    const of = (own: Raw, more: Raw = {}) =>
      brief(check("COMPARE-4", withSites(about(`lab.${name}`, { own, ...more }), site)));
    expect(of({ kWPerAccelerator: figure(2.55), averagePue: figure(1.3) })).toEqual([]);
    expect(of({ kWPerAccelerator: figure(2.56) })).toEqual([
      "warning comparisons.test.own.kWPerAccelerator 2.56/1.275",
    ]);
    expect(of({ kWPerAccelerator: figure(0.6) })).toEqual(["warning comparisons.test.own.kWPerAccelerator 0.6/1.275"]);
    expect(of({ averagePue: figure(1.31) })).toEqual(["warning comparisons.test.own.averagePue 1.31/1.3"]);
    expect(of({}, { utilization: figure(0.6) })).toEqual(["warning comparisons.test.utilization 0.6/0.5"]);
  });
});
