import fc from "fast-check";
import { demandsIn, instantOf, schedulableShare, supplyOf } from "../../../constructs/ledger/capacity";
import { wantedOn } from "../../../constructs/ledger/capacity/demand-curve";
import { throughputFor } from "../../../constructs/ledger/capacity/lots";
import { coverageIn } from "../../../constructs/ledger/capacity/report";
import type { Raw } from "../../rules/support";
import { built, cloud, leasedSite, optionsFor } from "./support";

const all = { outOfService: { failed: 0, maintenance: 0 } };
const reservation = { kind: "onDemandReservation", zoneId: "use2-az1" };
const demand = (more: Raw): Raw => ({
  name: "d",
  workload: "training",
  accelerator: "Trainium2",
  basis: "assumed",
  source: "plan",
  ...more,
});

function coverage(raw: Raw, from: string, until: string, scenario = "base") {
  const spec = built({ policy: all, ...raw });
  const { lines } = supplyOf(spec, optionsFor(spec));
  const demands = demandsIn(spec, scenario);
  const options = { from: instantOf(from), until: instantOf(until), schedulable: schedulableShare(spec.policy) };
  return { lines, demands, found: coverageIn(demands, lines, options) };
}

const shortfalls = (raw: Raw, from: string, until: string, scenario?: string) =>
  coverage(raw, from, until, scenario).found.flatMap(({ shortfalls: each }) =>
    each.map(({ from: begin, until: end, worst }) => ({
      from: new Date(begin).toISOString().slice(0, 16),
      until: end === undefined ? undefined : new Date(end).toISOString().slice(0, 16),
      worst: `${worst.day} ${worst.missing}`,
    })),
  );

test("what is wanted exactly is covered, and one more is not", () => {
  const wanting = (accelerators: number) => ({
    sites: [cloud({ count: 10, capacity: reservation })],
    demands: [demand({ points: [{ from: "2026-03-01", accelerators }] })],
  });
  expect(shortfalls(wanting(160), "2026-01-01", "2027-01-01")).toEqual([]);
  expect(shortfalls(wanting(161), "2026-01-01", "2027-01-01")).toEqual([
    { from: "2026-03-01T00:00", until: undefined, worst: "2026-03-01 1" },
  ]);
});

test("spares, failures and maintenance take no work", () => {
  const raw = {
    sites: [cloud({ count: 10, capacity: reservation })],
    demands: [demand({ points: [{ from: "2026-03-01", accelerators: 144 }] })],
  };
  const with_ = (outOfService: Raw) => shortfalls({ ...raw, policy: { outOfService } }, "2026-01-01", "2027-01-01");
  // 160 x (1 - 0.04 - 0.03 - 0.03) = 144.
  expect(with_({ spares: 0.04, failed: 0.03, maintenance: 0.03 })).toEqual([]);
  expect(with_({ spares: 0.05, failed: 0.03, maintenance: 0.03 })).toHaveLength(1);
});

test("a shortfall begins at the instant at which a capacity block ends, and lasts until the next begins", () => {
  const block = (start: string, end: string, id: string) => ({
    count: 10,
    capacity: { kind: "capacityBlock", zoneId: "use2-az1", reservationId: `cr-0123456789abcde${id}`, start, end },
  });
  const raw = {
    sites: [
      cloud(
        block("2026-12-01T11:30:00Z", "2026-12-08T11:30:00Z", "f0"),
        block("2026-12-10T11:30:00Z", "2026-12-20T11:30:00Z", "f1"),
      ),
    ],
    demands: [
      demand({
        points: [
          { from: "2026-12-02", accelerators: 160 },
          { from: "2026-12-15", accelerators: 0 },
        ],
      }),
    ],
  };
  expect(shortfalls(raw, "2026-12-01", "2027-01-01")).toEqual([
    { from: "2026-12-08T11:30", until: "2026-12-10T11:30", worst: "2026-12-08 160" },
  ]);
});

test("a shortfall of what grows begins on the first day on which it is more than there is", () => {
  const raw = {
    sites: [cloud({ count: 10, capacity: reservation })],
    demands: [
      demand({
        between: "linear",
        points: [
          { from: "2026-01-01", accelerators: 0 },
          { from: "2027-01-01", accelerators: 365 },
        ],
      }),
    ],
  };
  // One more each day: 160 on day 160, which is 2026-06-10, and 161 a day later.
  expect(shortfalls(raw, "2026-01-01", "2027-06-01")).toEqual([
    { from: "2026-06-11T00:00", until: undefined, worst: "2027-01-01 205" },
  ]);
});

test("only what is firm counts, unless one asks for more, and what is not is named", () => {
  const raw = {
    sites: [cloud({ count: 10, capacity: { kind: "spot" } })],
    demands: [demand({ points: [{ from: "2026-03-01", accelerators: 100 }] })],
  };
  const [found] = coverage(raw, "2026-01-01", "2027-01-01").found;
  expect(found?.shortfalls[0]).toMatchObject({
    worst: { wanted: 100, served: 0, missing: 100 },
    remedies: {
      unsure: [{ commitment: "terminable", amount: 160 }],
      add: [{ accelerator: "Trainium2", accelerators: 100 }],
    },
  });
});

test("what would cover it is enough for those who take of it before, and no more than that", () => {
  // Ten servers of eight: the first alone wants twice what they are.
  const wanting = (count: number) => ({
    sites: [cloud({ machine: "p5.48xlarge", count, capacity: reservation })],
    demands: [
      demand({ name: "first", accelerator: "H100", priority: 1, points: [{ from: "2026-01-01", accelerators: 160 }] }),
      demand({ name: "second", accelerator: "H100", priority: 2, points: [{ from: "2026-01-01", accelerators: 80 }] }),
      demand({ name: "third", accelerator: "H100", priority: 3, points: [{ from: "2026-01-01", accelerators: 800 }] }),
    ],
  });
  const added = (count: number) =>
    coverage(wanting(count), "2026-01-01", "2027-01-01").found.map(({ shortfalls }) =>
      shortfalls.map(({ remedies }) => remedies.add),
    );
  const sort = (accelerators: number) => [[{ accelerator: "H100", accelerators }]];
  expect(added(10)).toEqual([sort(80), sort(160), sort(960)]);
  // With those hundred and sixty the second is met.
  expect(added(30)).toEqual([[], [], sort(800)]);
});

test("what comes later would cover it, and is named with its day", () => {
  const raw = {
    sites: [leasedSite({ end: "2030-12-31" })],
    demands: [demand({ accelerator: "H100", points: [{ from: "2026-03-01", accelerators: 80 }] })],
  };
  const [found] = coverage(raw, "2026-01-01", "2027-01-01").found;
  expect(found?.shortfalls).toHaveLength(1);
  expect(found?.shortfalls[0]).toMatchObject({
    until: Date.UTC(2026, 5, 1),
    remedies: { later: [{ site: "memphis", accelerator: "H100", from: Date.UTC(2026, 5, 1), amount: 80 }] },
  });
});

test("a chip is not a chip: others serve by their throughput, where they may", () => {
  const wanting = (more: Raw) =>
    shortfalls(
      {
        sites: [cloud({ count: 10, capacity: reservation })],
        demands: [
          demand({
            accelerator: "H100",
            servedBy: [{ accelerator: "Trainium2", throughput: { value: 0.5, basis: "assumed", source: "plan" } }],
            points: [{ from: "2026-03-01", accelerators: 80 }],
            ...more,
          }),
        ],
      },
      "2026-01-01",
      "2027-01-01",
    );
  // 160 x 0.5 = 80.
  expect(wanting({})).toEqual([]);
  expect(wanting({ points: [{ from: "2026-03-01", accelerators: 81 }] })).toHaveLength(1);
  expect(wanting({ servedBy: [] })).toHaveLength(1);
  expect(wanting({ sites: ["rainier"] })).toEqual([]);
  expect(wanting({ jurisdictions: ["US"] })).toEqual([]);
  expect(wanting({ jurisdictions: ["US-TX"] })).toHaveLength(1);
  expect(wanting({ workload: "inference" })).toHaveLength(1);
  expect(wanting({ workload: "mixed" })).toEqual([]);
});

test("a shortfall between the ends of a curve times another is seen, day by day", () => {
  const raw = {
    sites: [
      leasedSite(
        { end: "2030-12-31" },
        {
          clusters: [
            {
              name: "train",
              purpose: "training",
              pools: [{ name: "h100", machine: "dgx-h100", count: 44, capacity: { kind: "leased", phase: "p1" } }],
            },
          ],
        },
      ),
    ],
    demands: [
      demand({
        accelerator: "H100",
        between: "linear",
        points: [
          { from: "2027-01-01", accelerators: 100 },
          { from: "2028-01-01", accelerators: 300 },
        ],
      }),
    ],
    scenarios: [
      {
        name: "x",
        between: "linear",
        factors: [
          { from: "2027-01-01", factor: 3 },
          { from: "2028-01-01", factor: 1 },
        ],
        basis: "assumed",
        source: "plan",
      },
    ],
  };
  // (100 + 200 t)(3 - 2 t) is 300 + 400 t - 400 t^2: most at the half, 400, and 352 where 400 t (1 - t) = 52, t = 0.15358 and 0.84642.
  // Of 365 days these are 56.06 and 308.94: short on days 57 to 308, which are 2027-02-27 to 2027-11-05.
  expect(shortfalls(raw, "2027-01-01", "2028-01-01", "x")).toEqual([
    { from: "2027-02-27T00:00", until: "2027-11-06T00:00", worst: expect.stringMatching(/^2027-07-0[23] 47\.99/) },
  ]);
});

test("demands of one priority that pass each other are short on the days on which they are, and on no other", () => {
  const raw = {
    sites: [cloud({ count: 7, capacity: reservation })],
    demands: [
      demand({
        name: "one",
        between: "linear",
        points: [
          { from: "2027-01-01", accelerators: 112 },
          { from: "2027-04-11", accelerators: 12 },
        ],
      }),
      demand({
        name: "two",
        priority: 2,
        between: "linear",
        points: [
          { from: "2027-01-01", accelerators: 0 },
          { from: "2027-04-11", accelerators: 150 },
        ],
      }),
    ],
  };
  // One falls by 1 a day, two grows by 1.5: together 112 + 0.5 a day, over 112 from the second day on, and two alone over it in the end.
  expect(shortfalls(raw, "2027-01-01", "2027-04-12")).toEqual([
    { from: "2027-01-02T00:00", until: undefined, worst: "2027-04-11 50" },
  ]);
});

describe("over random fleets and demands", () => {
  const day = fc
    .integer({ min: 0, max: 300 })
    .map((index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10));
  const curve = fc
    .uniqueArray(fc.record({ from: day, accelerators: fc.integer({ min: 0, max: 400 }) }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ from }) => from,
    })
    .map((points) => [...points].sort((a, b) => (a.from < b.from ? -1 : 1)));
  const term = fc.tuple(day, fc.integer({ min: 1, max: 200 })).map(([from, days]) => ({
    from: `${from}T00:00:00Z`,
    until: new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().replace(".000", ""),
  }));

  test("one demand is short on exactly the days on which less is there than is wanted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ count: fc.integer({ min: 1, max: 12 }), term }), { maxLength: 4 }),
        curve,
        fc.constantFrom("steps", "linear", "exponential"),
        (pools, points, between) => {
          const raw = {
            sites: pools.length === 0 ? [] : [cloud(...pools.map((each) => ({ ...each, capacity: reservation })))],
            demands: [demand({ points, between })],
          };
          const { lines, demands, found } = coverage(raw, "2026-01-01", "2027-01-01");
          const [wanted] = demands;
          if (wanted === undefined) throw new Error("nothing is wanted");
          for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
            const there = lines
              .filter((line) => (line.from ?? 0) <= at && at < (line.until ?? Number.POSITIVE_INFINITY))
              .reduce((sum, line) => sum + line.accelerators * throughputFor(wanted, line), 0);
            const isShort = wantedOn(wanted, new Date(at).toISOString().slice(0, 10)) - there > 1e-3;
            const isTold = (found[0]?.shortfalls ?? []).some(
              ({ from, until }) => from <= at && at < (until ?? Number.POSITIVE_INFINITY),
            );
            if (isShort !== isTold) throw new Error(`${new Date(at).toISOString()}: short ${isShort}, told ${isTold}`);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
