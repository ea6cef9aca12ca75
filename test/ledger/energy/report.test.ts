import { energyOf } from "../../../constructs/ledger/energy";
import type { Raw } from "../../rules/support";
import { built, leasedSite, optionsFor } from "../capacity/support";

const said = (value: number, basis = "contract") => ({ value, basis, source: "test" });

/** A site with 10 servers of 10 kW and as many of 20 kW that come in the middle of February; half of it on average. */
const memphis = (more: Raw = {}, service: Raw = {}) =>
  leasedSite(
    {
      phases: [
        {
          id: "p1",
          power: { valueMW: 5, meaning: "criticalIT", basis: "contract", source: "lease" },
          milestones: { readyForService: { contract: "2026-06-01" } },
          rentCommencement: "2026-06-01",
        },
        {
          id: "p2",
          power: { valueMW: 5, meaning: "criticalIT", basis: "contract", source: "lease" },
          milestones: { readyForService: { contract: "2027-02-15" } },
          rentCommencement: "2027-02-15",
        },
      ],
    },
    {
      energy: { averagePue: said(1.25), waterLitresPerKWh: said(0.4), carbonGramsPerKWh: said(500) },
      utilities: [
        {
          name: "grid",
          utility: "Utility",
          gridOperator: "ERCOT",
          firmMW: 20,
          interruptibleMW: 0.05,
          basis: "contract",
          source: "agreement",
          curtailment: { maxHoursPerYear: 100, noticeMinutes: 30 },
          ...service,
        },
      ],
      clusters: [
        {
          name: "train",
          averageLoad: said(0.5),
          pools: [
            ["small", 10, "p1"],
            ["large", 20, "p2"],
          ].map(([name, kW, phase]) => ({
            name,
            machine: "dgx-h100",
            count: 10,
            machinePowerKW: said(Number(kW)),
            capacity: { kind: "leased", phase },
          })),
        },
      ],
      ...more,
    },
  );

const report = (site: Raw, asked: object = {}) => {
  const spec = built({ sites: [site] });
  return energyOf(spec, { ...optionsFor(spec), from: "2027-01-01", until: "2027-04-01", ...asked });
};

describe("what a fleet's machines come to", () => {
  test("power stands beside energy, and is something else", () => {
    // Full power: 100 kW, with the second pool 300 kW. IT: 50 kW x 90 d x 24 h and 100 kW x 45 d x 24 h.
    const [site] = report(memphis()).sites;
    expect(site?.fullMW).toBe(0.3);
    expect(site?.figures.itMWh?.value).toBe(108 + 108);
    expect(site?.averageItMW).toBe(0.1);
    expect(site?.pue).toBe(1.25);
    expect(site?.figures.waterM3?.value).toBe(86.4);
    expect(site?.figures.locationTonnes?.value).toBe(135);
  });

  test("month by month and pool by pool", () => {
    const { rows, months, groups } = report(memphis(), { by: "pool" });
    expect(rows.map(({ name, month, figures }) => [name, month, figures.itMWh?.value])).toEqual([
      ["memphis.train.small", "2027-01", 37.2],
      ["memphis.train.small", "2027-02", 33.6],
      ["memphis.train.small", "2027-03", 37.2],
      ["memphis.train.large", "2027-02", 33.6],
      ["memphis.train.large", "2027-03", 74.4],
    ]);
    expect(months.map(({ figures }) => figures.itMWh?.value)).toEqual([37.2, 67.2, 111.6]);
    expect(groups.map(({ figures }) => figures.itMWh?.value)).toEqual([108, 108]);
  });

  test("pools of one machine that follow each other are at no instant there together", () => {
    const pool = (name: string, capacity: Raw) => ({
      name,
      machine: "dgx-h100",
      count: 10,
      machinePowerKW: said(10),
      capacity,
    });
    const site = memphis({
      clusters: [
        {
          name: "train",
          pools: [pool("a", { kind: "leased", until: "2027-02-14" }), pool("b", { kind: "leased", phase: "p2" })],
        },
      ],
    });
    expect(report(site).sites[0]?.fullMW).toBe(0.1);
  });

  test("a fleet without machines has no figures", () => {
    const { total, sites, gaps } = report(memphis({ clusters: [] }));
    expect(total).toEqual({ acceleratorHours: { value: 0, bound: "exact", byBasis: {} } });
    expect([sites, gaps.unknown]).toEqual([[], []]);
  });
});

describe("what is not known", () => {
  const paths = (site: Raw) => report(site).gaps.unknown.map(({ path }) => path);

  test("is nothing where all of it is said", () => {
    expect(paths(memphis())).toEqual([]);
  });

  test("is said with its path; a grid of the catalogue, and a PUE by month, are enough", () => {
    expect(paths(memphis({ energy: undefined }))).toEqual([
      "sites.memphis.energy.averagePue",
      "sites.memphis.energy.waterLitresPerKWh",
      "sites.memphis.energy.grid",
    ]);
    const monthlyPue = { values: Array.from({ length: 12 }, () => 1.2), basis: "measured", source: "meters" };
    expect(paths(memphis({ energy: { monthlyPue, grid: "SRTV" } }))).toEqual([
      "sites.memphis.energy.waterLitresPerKWh",
    ]);
  });

  test("says that the peak PUE stands in for nothing, and which grids of the country there are", () => {
    const { unknown } = report(memphis({ energy: {}, peakPue: said(1.3) })).gaps;
    expect(unknown[0]?.what).toContain("peakPue is a ratio of powers at the worst hour and does not stand in");
    expect(unknown.at(-1)?.fix).toMatch(/^grid: one of AZNM, CAMX, ERCT.*SRVC, or carbonGramsPerKWh/);
  });

  test("what was assumed is said, too: the load of the policy, and the grid for the residual mix", () => {
    const clusters = [
      { name: "a", pools: [{ name: "p", machine: "dgx-h100", count: 1, capacity: { kind: "leased" } }] },
    ];
    expect(report(memphis({ clusters })).gaps.assumed.map(({ path }) => path)).toEqual([
      "sites.memphis.clusters.a.averageLoad",
      "sites.memphis.energy.residualGramsPerKWh",
    ]);
  });
});

describe("demand response", () => {
  const response = (more: Raw = {}, service: Raw = {}) => report(memphis(more, service)).demandResponse[0];

  test("is at most the hours of the terms times the power that may be called back", () => {
    // Most is drawn from 2027-02-15 on: 150 kW x 1.25 = 187.5 kW for 160 accelerators. 50 kW of it are 42.67, so 43 stop.
    expect(response()).toMatchObject({
      site: "memphis",
      service: "grid",
      noticeMinutes: 30,
      callableMW: 0.05,
      mwhPerYear: 5,
      lost: { day: "2027-02-15", drawnMW: 0.1875, of: "facility", accelerators: 43, acceleratorHoursPerYear: 4_300 },
    });
    // 43 x 100 h of 160 x 8,760 h.
    expect(response()?.lost?.share).toBeCloseTo(4_300 / 1_401_600, 12);
  });

  test("stops no more accelerators than are there", () => {
    const curtailment = { maxHoursPerYear: 100, noticeMinutes: 30, curtailableMW: 20 };
    expect(response({}, { curtailment })?.lost).toMatchObject({ accelerators: 160, acceleratorHoursPerYear: 16_000 });
  });

  test("without an average PUE is of IT alone: more would have to stop, and that is an upper bound, too", () => {
    // 50 kW of 150 kW are a third of 160 accelerators: 53.3, so 54.
    expect(response({ energy: {} })?.lost).toMatchObject({ of: "IT", drawnMW: 0.15, accelerators: 54 });
  });

  test("is paid by the year and by the MWh, to the cent and in its currency", () => {
    const money = (amount: string, currency = "USD") => ({ amount, currency, basis: "contract", source: "terms" });
    const curtailment = { maxHoursPerYear: 100, noticeMinutes: 30 };
    const paid = (more: Raw) =>
      response({}, { curtailment: { ...curtailment, ...more } })?.paid.map(
        ({ amount, currency }) => `${amount.toFixed(2)} ${currency}`,
      );
    // 0.05 MW x 40,000.10 and 5 MWh x 1,000.01.
    const both = { paidPerMWYear: money("40000.10"), paidPerMWh: money("1000.01") };
    expect(paid(both)).toEqual(["7000.06 USD"]);
    expect(paid({ ...both, paidPerMWh: money("1000.01", "EUR") })).toEqual(["2000.01 USD", "5000.05 EUR"]);
    expect(paid({})).toEqual([]);
  });

  test("is of services alone whose terms say so", () => {
    expect(response({}, { curtailment: undefined })).toBeUndefined();
  });
});
