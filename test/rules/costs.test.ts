import { leasedSite as memphis } from "../ledger/capacity/support";
import { book } from "../ledger/cost/support";
import {
  awsPool,
  awsSite,
  brief,
  check,
  cluster as clusterOf,
  fleet,
  hardwarePool,
  ownedSite,
  phase,
  type Raw,
  underPolicy,
  usd,
} from "./support";

const cluster = (pools: readonly Raw[] = [awsPool({ count: 10 })]): Raw => ({ name: "train", pools });
const site = (pools?: readonly Raw[]): Raw => awsSite({ clusters: [cluster(pools)] });
const rate = (more: Raw = {}): Raw => ({ id: "trn2", what: "compute", per: "machineHour", amount: "20", ...more });
const purchase = (more: Raw = {}): Raw => ({
  id: "servers",
  what: "hardware",
  per: "machine",
  amount: "300000",
  depreciation: { months: 48 },
  ...more,
});
const withPrices = (prices: Raw, more: Raw = {}): Raw =>
  fleet({ sites: [site()], priceBooks: [book(prices)], ...more });

describe("COST-1", () => {
  test("passes a price for all, for names that exist, and for a machine one does not have", () => {
    const appliesTo = {
      sites: ["rainier"],
      clusters: ["rainier.train"],
      pools: ["rainier.train.trn2"],
      accelerators: ["Trainium2"],
      machines: ["p5.48xlarge"],
    };
    expect(check("COST-1", withPrices({ rates: [rate(), rate({ id: "b", appliesTo })] }))).toEqual([]);
  });

  test("knows a cluster that is spread by the name it was written with", () => {
    const pools = [awsPool({ count: 10, perCluster: 5 })];
    const appliesTo = { clusters: ["rainier.train"] };
    expect(
      check("COST-1", fleet({ sites: [site(pools)], priceBooks: [book({ rates: [rate({ appliesTo })] })] })),
    ).toEqual([]);
  });

  test("refuses names that nothing has, and says which was meant", () => {
    const appliesTo = { sites: ["ranier"], clusters: ["rainier.trian"], accelerators: ["Trainium3000"] };
    const findings = check("COST-1", withPrices({ rates: [rate({ appliesTo })] }));
    expect(brief(findings)).toEqual([
      "priceBooks.list.rates.trn2.appliesTo.accelerators[0] Trainium3000/-",
      "priceBooks.list.rates.trn2.appliesTo.clusters[0] rainier.trian/-",
      "priceBooks.list.rates.trn2.appliesTo.sites[0] ranier/-",
    ]);
    expect(findings[2]).toMatchObject({
      message: 'there is no site "ranier"',
      hint: expect.stringContaining("rainier"),
    });
  });

  test("refuses agreements that no pool has, and names the one that was meant, or those there are", () => {
    const term = { contract: "framework 2026", state: "binding" };
    const of = (contracts: readonly string[]) =>
      check(
        "COST-1",
        fleet({
          sites: [site([awsPool({ count: 10, term })])],
          priceBooks: [book({ rates: [rate({ appliesTo: { contracts } })] })],
        }),
      );
    expect(of(["framework 2026"])).toEqual([]);
    expect(of(["framework 2025", "lease"]).map(({ message, hint }) => `${message}; ${hint}`)).toEqual([
      'there is no agreement "framework 2025"; did you mean "framework 2026"?',
      'there is no agreement "lease"; known are framework 2026',
    ]);
  });

  test("refuses a machine that nobody has made, and names the one that was meant", () => {
    const [finding] = check("COST-1", withPrices({ rates: [rate({ appliesTo: { machines: ["trn2.48xlrge"] } })] }));
    expect(finding).toMatchObject({ observed: "trn2.48xlrge", hint: 'did you mean "trn2.48xlarge"?' });
  });

  test("refuses what cannot be reckoned with", () => {
    const findings = check(
      "COST-1",
      withPrices({
        rates: [
          rate({ from: "2027-02-01", until: "2027-01-01" }),
          rate({ id: "kw", per: "kWMonth", appliesTo: { clusters: ["rainier.train"] } }),
          rate({ id: "grows", escalation: { percent: 3 } }),
          rate({
            id: "both",
            from: "2027-01-01",
            escalation: { percent: 3 },
            changes: [{ from: "2028-01-01", amount: "1" }],
          }),
          rate({
            id: "back",
            changes: [
              { from: "2028-01-01", amount: "1" },
              { from: "2027-01-01", amount: "2" },
            ],
          }),
        ],
        purchases: [purchase({ payments: [{ share: 0.5 }, { share: 0.4, months: 1 }] }), purchase({ id: "trn2" })],
      }),
    );
    expect(brief(findings)).toEqual([
      "priceBooks.list trn2/-",
      "priceBooks.list.purchases.servers.payments 0.9/1",
      "priceBooks.list.rates.back.changes[1].from 2027-01-01/2028-01-01",
      "priceBooks.list.rates.both.changes -/-",
      "priceBooks.list.rates.grows.from -/-",
      "priceBooks.list.rates.kw.appliesTo -/-",
      "priceBooks.list.rates.trn2.until 2027-01-01/2027-02-01",
    ]);
    expect(findings[1]?.message).toBe("the payments are 0.9 of the price in all; they must be 1");
  });
});

describe("COST-2", () => {
  test("doubts two prices of a kind for one pool at one time", () => {
    const [finding] = check("COST-2", withPrices({ rates: [rate(), rate({ id: "again", per: "acceleratorHour" })] }));
    expect(finding).toMatchObject({
      severity: "warning",
      path: "priceBooks.list.rates.again",
      message: "rainier.train.trn2 has two prices for compute at one time: list.trn2 and this one; both are added",
    });
  });

  test("passes prices of other kinds, at other times, and for other things", () => {
    const rates = [
      rate({ until: "2027-12-31" }),
      rate({ id: "later", from: "2028-01-01" }),
      rate({ id: "support", what: "support" }),
      rate({ id: "others", appliesTo: { capacities: ["spot"] } }),
    ];
    expect(check("COST-2", withPrices({ rates }))).toEqual([]);
  });
});

describe("COST-2, beyond rates of pools", () => {
  const owned = ownedSite({
    clusters: [clusterOf([hardwarePool({ name: "h100", capacity: { kind: "owned", phase: "p1" } })])],
    phases: [phase("p1", 5, { milestones: { readyForService: { forecast: "2027-03-01" } } })],
  });
  const at = (sites: readonly Raw[], prices: Raw) => check("COST-2", fleet({ sites, priceBooks: [book(prices)] }));

  test("doubts machines that are bought twice, and passes what is bought beside them", () => {
    const found = at([owned], { purchases: [purchase(), purchase({ id: "chips", per: "accelerator" })] });
    expect(found.map(({ path }) => path)).toEqual(["priceBooks.list.purchases.chips"]);
    expect(found[0]?.message).toContain("has two prices for hardware at one time: list.servers and this one");
    expect(at([owned], { purchases: [purchase(), purchase({ id: "links", what: "network" })] })).toEqual([]);
  });

  test("doubts two prices of a site that has no pools", () => {
    const empty = ownedSite({
      phases: [phase("p1", 5, { milestones: { readyForService: { forecast: "2027-03-01" } } })],
    });
    const staff = (id: string, more: Raw = {}) => ({ id, what: "staff", per: "month", amount: "1000", ...more });
    expect(at([empty], { rates: [staff("a"), staff("b")] }).map(({ path }) => path)).toEqual([
      "priceBooks.list.rates.b",
    ]);
    // There from March 2027 on: what holds until February is of no time at which anything is there.
    expect(at([empty], { rates: [staff("a", { until: "2027-02-28" }), staff("b")] })).toEqual([]);
    expect(at([empty], { rates: [staff("a", { until: "2027-03-01" }), staff("b")] })).toHaveLength(1);
  });

  test("passes two prices of which one holds when the pool is not there", () => {
    const term = { state: "binding", from: "2028-01-01T00:00:00Z", until: "2029-01-01T00:00:00Z" };
    const of = (until: string) =>
      at([site([awsPool({ count: 10, term })])], { rates: [rate({ until }), rate({ id: "later" })] });
    expect(of("2027-12-31")).toEqual([]);
    expect(of("2028-01-01")).toHaveLength(1);
  });

  test("doubts a price of energy where the lease charges power by meter", () => {
    const passThrough = [{ id: "power", kind: "metered", what: "power", perMWh: usd("50") }];
    const energy = { rates: [{ id: "grid", what: "energy", per: "MWh", amount: "60" }] };
    expect(at([memphis({ passThrough })], energy)).toMatchObject([
      {
        path: "priceBooks.list.rates.grid",
        message:
          "the energy of memphis has two prices: its lease charges power by meter (lease.passThrough.power), and this one; both are added",
      },
    ]);
    expect(at([memphis({})], energy)).toEqual([]);
  });
});

test("COST-3 doubts prices that are older than they say they hold", () => {
  // 365 days after 2025-11-22 are 2026-11-22; one asks on the 23rd.
  const old = (date: string) => fleet({ sites: [site()], priceBooks: [book({ rates: [rate()] }, { date })] });
  expect(brief(check("COST-3", old("2025-11-22")))).toEqual(["warning priceBooks.list.date 2025-11-22/2026-11-22"]);
  expect(check("COST-3", old("2025-11-23"))).toEqual([]);
});

test("COST-4 notes what has no price, and nothing where a fleet has no prices at all", () => {
  const spot = withPrices({ rates: [rate({ appliesTo: { capacities: ["spot"] } })] });
  expect(check("COST-4", spot).map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    "note no price book says what rainier.train.trn2 costs: 160 accelerators",
  ]);
  expect(check("COST-4", fleet({ sites: [site()] }))).toEqual([]);
});

describe("BUDGET-1", () => {
  // 10 machines x $20 x 8,760 hours of 2027.
  const budget = (amount: string, more: Raw = {}) =>
    withPrices(
      { rates: [rate()] },
      { budgets: [{ name: "all", year: "2027", most: { amount, currency: "USD" }, ...more }] },
    );

  test("finds what a year pays beyond its budget, to the cent", () => {
    expect(check("BUDGET-1", budget("1752000.00"))).toEqual([]);
    const [finding] = check("BUDGET-1", budget("1751999.99"));
    expect(finding).toMatchObject({
      severity: "warning",
      path: "budgets.all.most",
      observed: "1752000.00",
      message:
        "2027 pays $1,752,000.00, $0.01 more than the budget of $1,751,999.99; most goes to Amazon: $1,752,000.00",
    });
    expect(check("BUDGET-1", budget("1", { severity: "error" }))[0]?.severity).toBe("error");
  });

  test("counts what it names, and of commitments only those", () => {
    expect(check("BUDGET-1", budget("1", { sites: ["elsewhere"] }))).toEqual([]);
    expect(check("BUDGET-1", budget("1", { counterparties: ["AWS"] }))).toHaveLength(1);
    expect(check("BUDGET-1", budget("1", { what: ["energy"] }))).toEqual([]);
    expect(check("BUDGET-1", budget("1", { counts: "committed" }))).toEqual([]);
  });

  test("says what it does not count because it is in another currency", () => {
    const [finding] = check("BUDGET-1", budget("1", { most: { amount: "1", currency: "EUR" } }));
    expect(finding).toMatchObject({ severity: "warning", observed: "USD", limit: "EUR" });
    expect(finding?.message).toContain("$1,752,000.00 of 2027 are in USD and count in no budget in EUR");
  });
});

test("BUDGET-2 refuses years that nobody has and sites that do not exist", () => {
  const budget = { name: "all", year: "FY2027", most: { amount: "1", currency: "USD" }, sites: ["ranier"] };
  const raw = fleet({ sites: [site()], budgets: [budget] });
  expect(brief(check("BUDGET-2", raw))).toEqual(["budgets.all.sites[0] ranier/-", "budgets.all.year FY2027/-"]);
  expect(brief(check("BUDGET-2", underPolicy(raw, { fiscalYearStart: 7 })))).toEqual(["budgets.all.sites[0] ranier/-"]);
});

test("BUDGET-2 refuses counterparties whom nothing is paid to, and knows those of clouds, books and prices", () => {
  const of = (counterparties: readonly string[]) =>
    check(
      "BUDGET-2",
      withPrices(
        { counterparty: "Reseller", rates: [rate({ counterparty: "Crew" })] },
        { budgets: [{ name: "all", year: "2027", most: { amount: "1", currency: "USD" }, counterparties }] },
      ),
    );
  expect(of(["AWS", "Amazon", "Crew", "Reseller"])).toEqual([]);
  expect(of(["Amazom"])).toMatchObject([
    {
      path: "budgets.all.counterparties[0]",
      message: 'nothing is paid to a counterparty "Amazom": no lease, no cloud and no price book names it',
      hint: 'did you mean "Amazon"?',
    },
  ]);
});

describe("PARTY-1", () => {
  const raw = withPrices({
    rates: [rate(), { id: "staff", what: "staff", per: "month", amount: "48666.67", counterparty: "Crew" }],
  });

  test("finds a party that gets more of a year's spend than the policy lets it", () => {
    // In 2027 Amazon gets $1,752,000 and Crew $584,000.04: three quarters, and a little less.
    const findings = check("PARTY-1", underPolicy(raw, { mostPartySpendShare: 0.74 }));
    expect(findings.find(({ message }) => message.includes("2027 USD"))?.message).toBe(
      "Amazon gets 75 % of what 2027 USD pays; the policy allows one party 74 % (mostPartySpendShare)",
    );
    expect(check("PARTY-1", underPolicy(raw, { mostPartySpendShare: 0.8 }))).toEqual([]);
    expect(check("PARTY-1", raw)).toEqual([]);
  });

  test("finds one that has made more of the accelerators", () => {
    const [finding] = check("PARTY-1", underPolicy(raw, { mostPartyAcceleratorShare: 0.5 }));
    expect(finding).toMatchObject({ observed: 1, limit: 0.5 });
  });
});

test("COST-5 warns of what is prepaid and has no term", () => {
  const term = (more: Raw) => ({ contract: "frame", state: "binding", ...more });
  const priced = (more: Raw, prices: Raw = rate({ prepaymentShare: 0.5 })) =>
    check("COST-5", withPrices({ rates: [prices] }, { sites: [site([awsPool({ count: 10, ...more })])] }));
  const capacity = { kind: "onDemandReservation", zoneId: "use2-az1" };
  const [from, until] = ["2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"];
  expect(priced({ capacity, term: term({ from, until }) })).toEqual([]);
  expect(priced({ capacity, term: term({ until }) }, rate())).toEqual([]);
  const path = "warning priceBooks.list.rates.trn2.prepaymentShare 0.5/-";
  expect(brief(priced({ capacity, term: term({ until }) }))).toEqual([path]);
  expect(brief(priced({ capacity }))).toEqual([path]);
});

test("COST-1 refuses a price that would change after the last day on which it holds", () => {
  const changing = rate({ from: "2027-01-01", until: "2027-12-31", changes: [{ from: "2028-01-01", amount: "30" }] });
  expect(brief(check("COST-1", withPrices({ rates: [changing] })))).toEqual([
    "priceBooks.list.rates.trn2.changes[0].from 2028-01-01/2027-12-31",
  ]);
});
