import { awsSite, brief, check, cluster, fleet, hardwarePool, ownedSite, type Raw } from "./support";

const offer = (more: Raw = {}): Raw => ({
  name: "more",
  kind: "cloud",
  counterparty: "Hyperscaler",
  accelerator: "Trainium2",
  size: { step: 1, most: 10 },
  leadMonths: 1,
  price: { currency: "USD", perAcceleratorHour: "1", basis: "assumed", source: "talks" },
  jurisdiction: { country: "US", subdivision: "US-OH" },
  ...more,
});
const planned = (offers: readonly Raw[], limits: Raw = {}): Raw =>
  fleet({ sites: [awsSite()], offers, planning: { currency: "USD", discountRatePerYear: 0.1, limits } });

describe("DEMAND-4, what offers and limits of planning name", () => {
  test("passes what exists: in the catalogue, in ISO 3166, among offers and sites", () => {
    const concentration = ["Hyperscaler", "Amazon", "AWS"].map((counterparty, index) => ({
      name: `c${index}`,
      counterparty,
      mostShare: 0.5,
    }));
    const power = [{ name: "ohio", mostMW: 10, jurisdiction: { country: "US", subdivision: "US-OH" } }];
    expect(check("DEMAND-4", planned([offer()], { concentration, power }))).toEqual([]);
  });

  test("refuses names that nothing has, and says which was meant, or which there are", () => {
    const found = check(
      "DEMAND-4",
      planned([offer({ accelerator: "Trainiun2", jurisdiction: { country: "US", subdivision: "US-OO" } })], {
        concentration: [{ name: "c", counterparty: "Nobody", mostShare: 0.5 }],
        power: [{ name: "p", mostMW: 10, jurisdiction: { country: "XX" } }],
      }),
    );
    expect(brief(found)).toEqual([
      "offers.more.accelerator Trainiun2/-",
      "offers.more.jurisdiction.subdivision US-OO/-",
      "planning.limits.concentration.c.counterparty Nobody/-",
      "planning.limits.power.p.jurisdiction.country XX/-",
    ]);
    expect(found.map(({ hint }) => hint)).toEqual([
      'did you mean "Trainium2"?',
      expect.any(String),
      "known are Hyperscaler, Amazon",
      undefined,
    ]);
  });
});

describe("DEMAND-5, what additions are planned with", () => {
  const demand: Raw = {
    name: "models",
    workload: "training",
    accelerator: "Trainium2",
    points: [{ from: "2026-01-01", accelerators: 10 }],
    basis: "assumed",
    source: "plan",
  };
  const asked = (offers: readonly Raw[], planning: Raw = {}, policy: Raw = {}): Raw =>
    fleet({
      sites: [awsSite()],
      offers,
      demands: [demand],
      policy,
      planning: { currency: "USD", discountRatePerYear: 0.1, ...planning },
    });
  const told = (raw: Raw) =>
    check("DEMAND-5", raw).map(({ path, severity, message }) => `${severity} ${path}: ${message}`);

  test("passes what the planner takes, and says nothing where nothing is planned", () => {
    expect(told(asked([offer()]))).toEqual([]);
    expect(check("DEMAND-5", fleet({ sites: [awsSite()], offers: [offer({ size: { step: 4, most: 6 } })] }))).toEqual(
      [],
    );
  });

  test("says without planning what the planner would refuse, where its author wrote it", () => {
    expect(
      told(
        asked([offer({ size: { step: 4, most: 6 } })], {
          limits: {
            power: [
              { name: "a", mostMW: 1, kinds: ["lease"] },
              { name: "a", mostMW: 2, kinds: ["lease"] },
            ],
            money: [{ name: "m", year: "2026", most: "5", currency: "EUR" }],
            concentration: [{ name: "c", counterparty: "Hyperscaler" }],
          },
        }),
      ),
    ).toEqual([
      "error offers.more.size.most: must be a multiple of the step of 4; got 6",
      "error planning.limits.concentration.c: must have mostAccelerators, mostShare or both",
      "error planning.limits.money.m.currency: must be USD, in which the plan is made; got EUR",
      'error planning.limits.power[1].name: must be a name of its own; "a" stands in the list before',
    ]);
  });

  test("warns of what time alone makes wrong", () => {
    const found = told(asked([offer()], { knownFrom: "2020-01" }, { planningMonths: 300 }));
    expect(found).toEqual([
      expect.stringMatching(/^warning policy\.planningMonths: must be at most 240 months; got 300$/),
    ]);
    expect(told(asked([offer()], { knownFrom: "2020-01" }))).toEqual([
      expect.stringMatching(/^warning planning\.knownFrom: must be a month of the horizon/),
    ]);
  });

  test("names the pool of whose machines nobody says what they draw", () => {
    const machines = [
      {
        type: "my-h100",
        offer: "hardware",
        accelerator: "H100",
        accelerators: { value: 8, basis: "assumed", source: "x" },
      },
    ];
    const pools = (more: Raw) => [
      hardwarePool({ name: "a", machine: "my-h100", count: 2, capacity: { kind: "owned" }, ...more }),
      hardwarePool({ name: "b", machine: "dgx-h100", count: 2, capacity: { kind: "owned" } }),
    ];
    const planned = (more: Raw = {}) =>
      fleet({
        sites: [ownedSite({ name: "plains", clusters: [cluster(pools(more))] })],
        machines,
        offers: [offer()],
        demands: [{ ...demand, accelerator: "H100" }],
        planning: {
          currency: "USD",
          discountRatePerYear: 0.1,
          limits: { power: [{ name: "cap", mostMW: 1, kinds: ["build"] }] },
        },
      });
    expect(told(planned())).toEqual([
      'error sites.plains.clusters.train.pools.a.machinePowerKW: is missing; the limit of power "cap" counts what one has',
    ]);
    expect(told(planned({ machinePowerKW: { value: 10, basis: "measured", source: "meters" } }))).toEqual([]);
  });
});
