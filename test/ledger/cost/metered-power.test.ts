import { costJson } from "../../../constructs/emit/cost/json";
import { costPage } from "../../../constructs/emit/cost/page";
import { leasedSite } from "../capacity/support";
import { book, briefs, costs, report } from "./support";

const money = (amount: string) => ({ amount, currency: "USD", basis: "contract", source: "the lease" });
const figure = (value: number, basis = "measured") => ({ value, basis, source: "the meters" });
const tariff = { id: "power", kind: "metered", what: "power", perMWh: money("50") };
/** Ten machines of 10 kW, at 0.8 of their most on average. */
const clusters = (pool: object = {}) => [
  {
    name: "train",
    purpose: "training",
    averageLoad: figure(0.8),
    pools: [
      {
        name: "h100",
        machine: "dgx-h100",
        count: 10,
        machinePowerKW: figure(10),
        capacity: { kind: "leased", phase: "p1" },
        ...pool,
      },
    ],
  },
];
const energy = { averagePue: figure(1.2) };
const lease = (item: object = {}, more: object = {}) => ({
  rentPerMonth: money("100000"),
  end: "2028-12-31",
  passThrough: [{ ...tariff, ...item }],
  ...more,
});
const power = (site: object, first: string, last = first, more: object = {}) =>
  costs({ sites: [site] }, first, last, more).lines.filter(({ what }) => what === "passThrough");

describe("power that a lease charges by meter", () => {
  test("is charged on what the machines draw on average, in months as long as they are", () => {
    const lines = power(leasedSite(lease(), { clusters: clusters(), energy }), "2028-01", "2028-02");
    // 10 x 10 kW x 0.8 x 1.2 = 96 kW: 744 hours are 71.424 MWh, the 696 of a leap year's February 66.816, at $50.
    expect(briefs(lines)).toEqual([
      "2028-01 memphis 3571.20 of it 0.00, paid 3571.20",
      "2028-02 memphis 3340.80 of it 0.00, paid 3340.80",
    ]);
    expect(lines.map(({ bound, price }) => `${bound} ${price}`)).toEqual(["exact lease.power", "exact lease.power"]);
  });

  test("is charged by the PUE of each month, no higher than its cap, with the landlord's fee", () => {
    const monthlyPue = {
      values: [1.1, 1.1, 1.1, 1.1, 1.2, 1.3, 1.3, 1.3, 1.2, 1.1, 1.1, 1.1],
      basis: "measured",
      source: "meters",
    };
    const item = { pueCap: figure(1.15), adminFeePercent: 5 };
    const lines = power(
      leasedSite(lease(item), { clusters: clusters(), energy: { monthlyPue } }),
      "2027-04",
      "2027-05",
    );
    // 80 kW x 1.1 x 720 h = 63.36 MWh; 80 kW x 1.15 x 744 h = 68.448 MWh; $50 and 5 %.
    expect(lines.map(({ cost }) => cost.toFixed(2))).toEqual(["3326.40", "3593.52"]);
  });

  test("is charged for the hours in which machines have power, and for none before", () => {
    const phases = [
      {
        id: "p1",
        power: { valueMW: 5, meaning: "criticalIT", basis: "assumed", source: "test" },
        milestones: { readyForService: { contract: "2027-06-11" } },
        rentCommencement: "2027-05-01",
      },
    ];
    const lines = power(leasedSite(lease({}, { phases }), { clusters: clusters(), energy }), "2027-05", "2027-06");
    // 96 kW x the 20 days from 11 June x 24 = 46.08 MWh.
    expect(briefs(lines)).toEqual(["2027-06 memphis 2304.00 of it 0.00, paid 2304.00"]);
  });

  test("costs what the same energy costs at the same price of a book", () => {
    const prices = book({ rates: [{ id: "grid", what: "energy", per: "MWh", amount: "50" }] });
    const site = leasedSite(lease(), { clusters: clusters(), energy });
    const { lines } = costs({ sites: [site], priceBooks: [prices] }, "2027-01", "2027-12");
    const of = (kind: string) => lines.filter(({ what }) => what === kind).map(({ cost }) => cost.toFixed(2));
    expect(of("passThrough")).toHaveLength(12);
    expect(of("passThrough")).toEqual(of("energy"));
  });

  test("counts as its machines do, and what counts and what does not come to the whole", () => {
    const terms = lease({}, { terminationRights: [{ party: "landlord", noticeDays: 90 }] });
    const site = leasedSite(terms, { clusters: clusters(), energy });
    // Firm up to 1 April 2027 and with that day: of 720 hours 24.
    const cents = (counted: readonly string[]) =>
      power(site, "2027-01", "2027-04", { counted })
        .filter(({ month }) => month === "2027-04")
        .map(({ cost }) => Number(cost.times(100)));
    expect(cents(["firm"])).toEqual([11_520]);
    expect(cents(["terminable"])).toEqual([345_600 - 11_520]);
    expect(cents(["firm", "terminable"]).reduce((sum, each) => sum + each, 0)).toBe(345_600);
  });
});

describe("where the energy is not known", () => {
  const asked = { asOf: "2027-11-01", until: "2027-12-01" };
  const peakPue = figure(1.2, "assumed");
  const at = "sites.memphis.lease.passThrough.power";

  test.each([
    ["its PUE of a year (energy.averagePue)", { clusters: clusters(), peakPue }],
    ["the machines that stand there", { clusters: [], energy, peakPue }],
  ])("power is charged in full, an assumption, for want of %s", (lacks, site) => {
    const found = report({ sites: [leasedSite(lease(), site)] }, asked);
    // 5 MW x 720 hours of November x 1.2 x $50.
    expect(found.lines.filter(({ what }) => what === "passThrough")).toMatchObject([
      { basis: "assumed", bound: "atMost" },
    ]);
    expect(briefs(found.lines)).toContain("2027-11 memphis 216000.00 of it 0.00, paid 216000.00");
    expect(found.metered).toEqual([{ site: "memphis", path: at, chargedOn: "fullPower", lacks }]);
    expect(costPage("atlas", found)).toContain(
      `${at}: on every contracted kW in every hour, the most it can be; an assumption, for nobody says ${lacks}`,
    );
  });

  test("nor contracted power and a PUE, it stands in no sum, and that is said", () => {
    const { gaps, metered, whole } = report({ sites: [leasedSite(lease(), { clusters: clusters() })] }, asked);
    expect(metered).toEqual([]);
    expect(gaps.map(({ path }) => path)).toEqual([at]);
    expect(whole.totals.map(({ bound }) => bound)).toEqual(["atLeast"]);
  });

  test("page and data say which it is", () => {
    const found = report({ sites: [leasedSite(lease(), { clusters: clusters(), energy })] }, asked);
    expect(costPage("atlas", found)).toContain(`${at}: on the energy that the machines draw on average`);
    expect(costJson("atlas", found)).toMatchObject({
      metered: [{ site: "memphis", path: at, chargedOn: "averageEnergy" }],
    });
  });
});
