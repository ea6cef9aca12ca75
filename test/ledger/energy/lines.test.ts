import { energyLines, energyParts, figuresOf } from "../../../constructs/ledger/energy";
import type { Raw } from "../../rules/support";
import { built, cloud, leasedSite, optionsFor } from "../capacity/support";

/** A figure of the tests. */
const said = (value: number, basis = "contract") => ({ value, basis, source: "test" });
const reserved = { kind: "onDemandReservation", zoneId: "use2-az1" };

/** A leased site of N servers that draw 10 kW each at the most, and half of it on average. */
const memphis = (energy: Raw | undefined, count = 10, more: Raw = {}) =>
  leasedSite(
    {},
    {
      ...(energy === undefined ? {} : { energy }),
      clusters: [
        {
          name: "train",
          averageLoad: said(0.5, "measured"),
          pools: [
            {
              name: "h100",
              machine: "dgx-h100",
              count,
              machinePowerKW: said(10, "vendor"),
              counted: { basis: "contract", source: "order" },
              capacity: { kind: "leased" },
            },
          ],
        },
      ],
      ...more,
    },
  );

const ask = (raw: Raw, from: string, until: string) => {
  const spec = built({ sites: [raw] });
  return { spec, options: { ...optionsFor(spec), from, until } };
};

const figures = (raw: Raw, from: string, until: string) => {
  const { spec, options } = ask(raw, from, until);
  return figuresOf(energyParts(spec, options));
};

describe("energy is power times hours", () => {
  test("from January to March of a leap year, with 31, 29 and 31 days", () => {
    // 10 servers x 10 kW x 0.5 = 50 kW; 91 days x 24 h = 2,184 h; x 1.2 for the site; 8 chips a server.
    const found = figures(memphis({ averagePue: said(1.2) }), "2028-01-01", "2028-04-01");
    expect(found.acceleratorHours.value).toBe(80 * 2_184);
    expect(found.fullMWh?.value).toBe(218.4);
    expect(found.itMWh?.value).toBe(109.2);
    expect(found.facilityMWh?.value).toBe(131.04);
    expect(found.facilityMWh).toMatchObject({ bound: "exact", byBasis: { vendor: 131.04 }, complete: true });
  });

  test("of a year with 365 days there are 8,760 hours, of the next leap year 8,784", () => {
    const site = memphis({ averagePue: said(1.2) });
    expect(figures(site, "2027-01-01", "2028-01-01").acceleratorHours.value).toBe(80 * 8_760);
    expect(figures(site, "2028-01-01", "2029-01-01").acceleratorHours.value).toBe(80 * 8_784);
  });

  test("of a capacity block up to the instant at which it ends", () => {
    const capacity = {
      kind: "capacityBlock",
      zoneId: "use2-az1",
      reservationId: "cr-0123456789abcdef0",
      start: "2026-12-31T11:30:00Z",
      end: "2027-01-01T11:30:00Z",
    };
    const site = cloud({ count: 4, capacity, machinePowerKW: said(20, "measured") });
    const { spec, options } = ask(site, "2026-12-01", "2027-02-01");
    const parts = energyParts(spec, options);
    // 4 machines of 16 chips: 12.5 hours in December, 11.5 in January; 80 kW at 0.8, the policy's load.
    const each = parts.map((part) => ({ month: part.month, ...figuresOf([part]) }));
    expect(each.map(({ month, acceleratorHours, itMWh }) => [month, acceleratorHours.value, itMWh?.value])).toEqual([
      ["2026-12", 800, 0.8],
      ["2027-01", 736, 0.736],
    ]);
    expect(each[0]?.itMWh?.byBasis).toEqual({ assumed: 0.8 });
  });

  test("is the site's energy only where an average PUE is stated: the peak PUE is not taken for it", () => {
    const found = figures(memphis(undefined, 10, { peakPue: said(1.3) }), "2028-01-01", "2028-04-01");
    expect(found.itMWh?.value).toBe(109.2);
    expect(found.facilityMWh).toBeUndefined();
    expect(found.locationTonnes).toBeUndefined();
  });

  test("takes the PUE of each month where it is stated by month", () => {
    const values = [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.4, 1.3, 1.2];
    const site = memphis({ averagePue: said(1.2), monthlyPue: { values, basis: "measured", source: "meters" } });
    // 50 kW: January 744 h x 1.1, half of February 14 d = 336 h x 1.2.
    const { spec, options } = ask(site, "2027-01-01", "2027-02-15");
    expect(energyLines(spec, options).map(({ from, until, facilityKW }) => [from, until, facilityKW?.value])).toEqual([
      [Date.UTC(2027, 0, 1), Date.UTC(2027, 1, 1), 55.00000000000001],
      [Date.UTC(2027, 1, 1), Date.UTC(2027, 1, 15), 60],
    ]);
    expect(figuresOf(energyParts(spec, options)).facilityMWh?.value).toBe(40.92 + 20.16);
  });

  test("of machines of which nobody says what they draw is missing, and the sum says that it speaks of less", () => {
    const machines = [
      { type: "mystery", offer: "aws", accelerator: "H100", accelerators: said(16), hosts: 1, architecture: "x86_64" },
    ];
    const site = cloud(
      { count: 1, capacity: reserved, machinePowerKW: said(20, "measured") },
      { count: 1, machine: "mystery", capacity: reserved },
    );
    const spec = built({ sites: [site], machines });
    const found = figuresOf(energyParts(spec, { ...optionsFor(spec), from: "2027-01-01", until: "2027-01-02" }));
    expect(found.acceleratorHours.value).toBe(32 * 24);
    expect(found.itMWh).toMatchObject({ value: 0.384, bound: "atLeast", complete: false, acceleratorHours: 16 * 24 });
  });

  test("of what is not signed is not counted, unless one asks for it", () => {
    const term = { state: "proposed" };
    const { spec, options } = ask(cloud({ capacity: reserved, term }), "2027-01-01", "2027-02-01");
    expect(energyLines(spec, options)).toEqual([]);
    expect(energyLines(spec, { ...options, counted: ["preliminary"] })).toHaveLength(1);
  });
});

describe("water and greenhouse gases", () => {
  test("water goes with the energy of IT, gases with that of the site", () => {
    // 109.2 MWh of IT x 0.5 L/kWh = 54.6 m3; 131.04 MWh x 400 g/kWh = 52.416 t.
    const found = figures(
      memphis({ averagePue: said(1.2), waterLitresPerKWh: said(0.5), carbonGramsPerKWh: said(400) }),
      "2028-01-01",
      "2028-04-01",
    );
    expect(found.waterM3?.value).toBe(54.6);
    expect(found.locationTonnes?.value).toBe(52.416);
    // Without a contract the market-based number is the grid's.
    expect(found.marketTonnes?.value).toBe(52.416);
  });

  test("contracts count for their share and their days, a plant on the site in both numbers", () => {
    const supply = [
      {
        name: "wind",
        kind: "ppa",
        share: 0.5,
        carbonGramsPerKWh: 0,
        from: "2028-02-01",
        basis: "contract",
        source: "PPA",
      },
      {
        name: "turbine",
        kind: "onsite",
        share: 0.25,
        carbonGramsPerKWh: 600,
        basis: "vendor",
        source: "sheet",
        until: "2028-02-29",
      },
    ];
    const energy = { averagePue: said(1), carbonGramsPerKWh: said(400), residualGramsPerKWh: said(500), supply };
    const tonnes = (from: string, until: string) => {
      const { locationTonnes, marketTonnes } = figures(memphis(energy), from, until);
      return [locationTonnes?.value, marketTonnes?.value];
    };
    // 50 kW: 37.2 MWh in January and March, 34.8 in February; a quarter at 600 g and the rest at 400 g are 450 g.
    expect(tonnes("2028-01-01", "2028-02-01")).toEqual([16.74, 19.53]);
    expect(tonnes("2028-02-01", "2028-03-01")).toEqual([15.66, 9.57]);
    expect(tonnes("2028-03-01", "2028-04-01")).toEqual([14.88, 9.3]);
  });

  test("contracts for all of it need no grid; for a part of it the rest is unknown without one", () => {
    const ppa = { name: "wind", kind: "ppa", carbonGramsPerKWh: 10, basis: "contract", source: "PPA" };
    const energy = (share: number) => ({ averagePue: said(1), supply: [{ ...ppa, share }] });
    const whole = figures(memphis(energy(1)), "2028-01-01", "2028-02-01");
    expect(whole.marketTonnes?.value).toBe(0.372);
    expect(whole.locationTonnes).toBeUndefined();
    expect(figures(memphis(energy(0.9)), "2028-01-01", "2028-02-01").marketTonnes).toBeUndefined();
  });

  test("a grid of the catalogue gives its figure", () => {
    // 37.2 MWh of a grid with (242.089 + 28 x 0.011 + 265 x 0.001) lb/MWh x 453.59237 g/lb = 110.1 g/kWh.
    const found = figures(memphis({ averagePue: said(1), grid: "NYUP" }), "2028-01-01", "2028-02-01");
    expect(found.locationTonnes).toMatchObject({ value: 4.09572, byBasis: { reported: 4.09572 } });
  });
});
