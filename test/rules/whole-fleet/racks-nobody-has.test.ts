import { validateFleet } from "../../../constructs/rules";
import { AS_OF, brief, cluster, fleet, fleetOf, hardwarePool, ownedSite, type Raw } from "../support";
import { judged } from "./support";

const site = "sites.abilene";
const rows = [{ name: "main", rows: "r[1-2]", racks: 40 }];
const pool = (more: Raw = {}): Raw => hardwarePool({ count: 64, capacity: { kind: "owned" }, ...more });

/** 64 DGX H100 with their fabric in a hall, four to a rack of 48 units. */
const lab = (hall: Raw, more: Raw = {}, ofPool: Raw = {}): Raw =>
  ownedSite({
    halls: [{ name: "h1", criticalItMW: 4, rackType: "air-48u", rows, floor: { rackPitchM: 0.8 }, ...hall }],
    clusters: [cluster([pool(ofPool)], { purpose: "training" })],
    fabrics: [
      {
        name: "compute",
        cluster: "train",
        technology: "infinibandNdr",
        switch: "qm9700",
        linkGbps: 400,
        scalableUnitHosts: 32,
      },
    ],
    ...more,
  });

describe("a rack type that nobody defined", () => {
  test("is one finding where a hall names it, though nothing finds a place there", () => {
    expect(judged(fleetOf(lab({})))).toEqual([]);
    expect(judged(fleetOf(lab({ rackType: "air-48" })))).toEqual([`RACK-5 ${site}.halls.h1.rackType air-48/-`]);
  });

  test("is one finding where rows name it, beside rows that are too few for all", () => {
    const few = [
      { name: "known", rows: "r1", racks: 2 },
      { name: "strange", rows: "r2", racks: 40, rackType: "air-48" },
    ];
    expect(judged(fleetOf(lab({ rows: few })))).toEqual([`RACK-5 ${site}.halls.h1.rows.strange.rackType air-48/-`]);
    // Where all are known, what is short is said.
    const known = few.map(({ rackType: _, ...each }) => ({ ...each, racks: 2 }));
    expect(judged(fleetOf(lab({ rows: known }))).some((line) => line.startsWith("ALLOC-2"))).toBe(true);
  });

  test("is one finding where a pool or a layout names it", () => {
    expect(judged(fleetOf(lab({}, {}, { rackType: "air-48" })))).toEqual([
      `RACK-5 ${site}.clusters.train.pools.h100.rackType air-48/-`,
    ]);
    const rackLayouts = [
      {
        name: "l",
        hall: "h1",
        racks: "r1-[01-16]",
        rackType: "air-48",
        entries: [{ name: "s", pool: "h100", count: 4 }],
      },
    ];
    expect(judged(fleetOf(lab({}, { rackLayouts })))).toEqual([`RACK-4 ${site}.rackLayouts.l.rackType air-48/-`]);
  });
});

describe("what layouts name, where something was left out for its form", () => {
  /** Findings beside those about the form. */
  const despite = (raw: Raw): string[] => {
    const { findings } = validateFleet(raw, { asOf: AS_OF });
    expect(findings.some(({ rule }) => rule === "SCHEMA")).toBe(true);
    return findings.filter(({ rule }) => rule !== "SCHEMA").map((finding) => `${finding.rule} ${brief([finding])[0]}`);
  };
  const layout = (entry: Raw, more: Raw = {}) => ({
    rackLayouts: [{ name: "l", hall: "h1", racks: "r1-01", entries: [{ name: "s", ...entry }], ...more }],
  });

  test("may be what was left out: a device, a pool, a row, a rack type", () => {
    const broken = { name: "mine", rackUnits: "two" };
    const withDevice = fleet({ sites: [lab({}, layout({ device: "mine", count: 1 }))], deviceTypes: [broken] });
    expect(despite(withDevice)).toEqual([]);
    const pools = [pool(), { ...pool({ name: "b200" }), machine: 7 }];
    const withPool = lab({}, { clusters: [cluster(pools)], ...layout({ pool: "b200", count: 1 }) });
    expect(despite(fleetOf(withPool))).toEqual([]);
    const halves = [...rows, { name: "new", rows: "s1", racks: "many" }];
    const withRow = lab({ rows: halves }, layout({ pool: "h100", count: 4 }, { racks: "s1-01" }));
    expect(despite(fleetOf(withRow))).toEqual([]);
  });

  test("and is reported where something else was left out", () => {
    const other = { name: "other", purpose: "training", pools: [{ ...pool({ name: "x" }), count: "many" }] };
    const raw = lab({}, { clusters: [cluster([pool()]), other], ...layout({ pool: "b200", count: 1 }) });
    expect(despite(fleetOf(raw))).toContain(`RACK-4 ${site}.rackLayouts.l.entries.s.pool b200/-`);
    // A layout whose rack type may be what was left out is read on: its entries are judged.
    const types = [{ name: "mine", units: "many" }];
    const entries = lab({}, layout({ device: "nobody-has", count: 1 }, { rackType: "mine" }));
    expect(despite(fleet({ sites: [entries], rackTypes: types }))).toEqual([
      `RACK-4 ${site}.rackLayouts.l.entries.s.device nobody-has/-`,
    ]);
  });
});
