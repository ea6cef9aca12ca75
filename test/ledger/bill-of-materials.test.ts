import fc from "fast-check";
import { findMachine } from "../../constructs/catalog";
import { billOfMaterials, type MaterialContext, type MaterialLine, orderBy, sparesOf } from "../../constructs/ledger";
import { addDays, Deployment, daysBetween, LeasedSiteSpec, Policy } from "../../constructs/model";

const power = { valueMW: 10, meaning: "criticalIT", basis: "contract", source: "the lease" };
const phase = (id: string, ready: string) => ({ id, power, milestones: { readyForService: { contract: ready } } });
const pool = (name: string, machine: string, count: number, kind: string, at?: string) => ({
  name,
  machine,
  count,
  capacity: { kind, ...(at === undefined ? {} : { phase: at }) },
});
const siteOf = (deployments: readonly object[], pools: readonly object[]) =>
  LeasedSiteSpec.parse({
    name: "site",
    tenure: "leased",
    location: { country: "US" },
    scope: "turnkey",
    lease: { landlord: "L", state: "binding", phases: [phase("p1", "2027-03-01"), phase("p2", "2027-09-01")] },
    clusters: [{ name: "train", pools }],
    deployments,
  });
const context = (more: Partial<MaterialContext> = {}): MaterialContext => ({
  policy: Policy.parse({}),
  machine: findMachine,
  ...more,
});
const brief = ({ phase: at, deployment, kind, item, quantity, spares, buyer }: MaterialLine) =>
  `${at} ${deployment ?? "-"} ${kind} ${quantity}+${spares} ${item} ${buyer}`;

test("adds up the machines of a deployment by type and buyer, in the order of the site's phases", () => {
  const pools = [
    pool("a", "dgx-h100", 40, "owned"),
    pool("b", "dgx-h100", 20, "owned"),
    pool("c", "dgx-b200", 8, "owned"),
    pool("d", "dgx-h100", 4, "leased"),
  ];
  const deployments = [
    { name: "late", phase: "p2", pools: [{ name: "train.a", count: 10 }] },
    {
      name: "early",
      phase: "p1",
      sparePercent: 5,
      pools: [{ name: "train.a", count: 30 }, { name: "train.b" }, { name: "train.c" }, { name: "train.d" }],
    },
  ];
  // 5 % of 50 is 2.5, of 8 is 0.4, of 4 is 0.2: rounded up.
  expect(billOfMaterials(siteOf(deployments, pools), context()).map(brief)).toEqual([
    "p1 early machine 50+3 dgx-h100 self",
    "p1 early machine 8+1 dgx-b200 self",
    "p1 early machine 4+1 dgx-h100 counterparty",
    "p2 late machine 10+0 dgx-h100 self",
  ]);
});

test("lists machines that no deployment brings in the phase of their contract, or the first", () => {
  const pools = [pool("a", "dgx-h100", 40, "owned", "p2"), pool("b", "dgx-b200", 8, "owned")];
  const deployments = [{ name: "d1", phase: "p2", pools: [{ name: "train.a", count: 15 }] }];
  expect(billOfMaterials(siteOf(deployments, pools), context()).map(brief)).toEqual([
    "p1 - machine 8+0 dgx-b200 self",
    "p2 d1 machine 15+0 dgx-h100 self",
    "p2 - machine 25+0 dgx-h100 self",
  ]);
});

// 36 weeks are 252 days. 2027-03-01 less 252 days is 2026-06-22: 59 days of 2027 and 193 of 2026, 365 - 193 = day 172 after it.
test("reckons the last day of the order from the lead time: stated, by policy, or assumed", () => {
  const one = (deployment: object, policy: object = {}) =>
    billOfMaterials(
      siteOf(
        [{ name: "d1", phase: "p1", pools: [{ name: "train.a" }], ...deployment }],
        [pool("a", "gb300-nvl72", 4, "owned")],
      ),
      context({ policy: Policy.parse(policy) }),
    )[0];
  expect(one({})).toMatchObject({
    leadTimeWeeks: { value: 36, basis: "assumed" },
    neededBy: "2027-03-01",
    orderBy: "2026-06-22",
  });
  const weeks = (value: number) => ({ value, basis: "vendor", source: "the supplier" });
  expect(one({}, { leadTimes: [{ name: "gb300-nvl72", weeks: weeks(52) }] })).toMatchObject({
    orderBy: "2026-03-02", // 364 days
  });
  expect(one({ leadTimeWeeks: weeks(1) })).toMatchObject({ orderBy: "2027-02-22" });
  const dated = { milestones: { ordered: { actual: "2026-05-01" }, delivered: { contract: "2027-02-15" } } };
  expect(one({ ...dated, leadTimeWeeks: weeks(1) })).toMatchObject({
    neededBy: "2027-02-15",
    orderBy: "2027-02-08",
    ordered: "2026-05-01",
    delivered: "2027-02-15",
  });
});

test("takes racks and switches as the engines count them", () => {
  const others = [
    { kind: "switch", item: "qm9700", quantity: 24, phase: "p2" },
    { kind: "rack", item: "rack-48u", quantity: 10 },
    { kind: "cooling", item: "cdu-900", quantity: 3, phase: "p2" },
  ] as const;
  const lines = billOfMaterials(siteOf([], [pool("a", "dgx-h100", 40, "owned", "p1")]), context({ others }));
  expect(lines.map(brief)).toEqual([
    "p1 - machine 40+0 dgx-h100 self",
    "p1 - rack 10+0 rack-48u self",
    "p2 - switch 24+0 qm9700 self",
    // Of a turnkey hall the landlord owns the cooling.
    "p2 - cooling 3+0 cdu-900 counterparty",
  ]);
  expect(lines.every(({ leadTimeWeeks }) => leadTimeWeeks.basis === "assumed")).toBe(true);
});

test("a lead time that a supplier states goes before the policy, and the policy before an assumption", () => {
  const weeks = (value: number, basis: "assumed" | "vendor") => ({ value, basis, source: "test" });
  const policy = Policy.parse({ leadTimes: [{ name: "qm9700", weeks: weeks(8, "vendor") }] });
  const of = (leadTimeWeeks: ReturnType<typeof weeks>) =>
    billOfMaterials(
      siteOf([], [pool("a", "dgx-h100", 1, "owned")]),
      context({ policy, others: [{ kind: "switch", item: "qm9700", quantity: 1, leadTimeWeeks }] }),
    ).at(-1)?.leadTimeWeeks.value;
  expect(of(weeks(4, "vendor"))).toBe(4);
  expect(of(weeks(30, "assumed"))).toBe(8);
});

test("says nothing of an order for a phase without a date", () => {
  const site = siteOf([{ name: "d1", phase: "p9", pools: [{ name: "train.a" }] }], [pool("a", "dgx-h100", 1, "owned")]);
  expect(billOfMaterials(site, context())[0]).not.toHaveProperty("orderBy");
});

describe("for any count, share and lead time", () => {
  const figure = (value: number) => ({ value, basis: "assumed", source: "test" }) as const;

  test("an order on its last day comes in time, and one a day later does not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 20_000 }), (tenths, day) => {
        const needed = addDays("2020-01-01", day);
        const last = orderBy(needed, figure(tenths / 10));
        const takes = tenths * 7; // tenths of a day
        expect(daysBetween(last, needed) * 10).toBeGreaterThanOrEqual(takes);
        expect((daysBetween(last, needed) - 1) * 10).toBeLessThan(takes);
      }),
    );
  });

  test("spares are the least whole number of machines that is no less than the share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 0, max: 500 }), (count, tenths) => {
        const deployment = Deployment.parse({
          name: "d",
          phase: "p",
          pools: [{ name: "a.b" }],
          sparePercent: tenths / 10,
        });
        const spares = sparesOf(count, deployment);
        expect(spares * 1000).toBeGreaterThanOrEqual(count * tenths);
        expect((spares - 1) * 1000).toBeLessThan(count * tenths);
      }),
    );
  });

  test("every machine of a pool stands in the bill once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 5 }),
        fc.integer({ min: 0, max: 50 }),
        (counts, rest) => {
          const total = counts.reduce((sum, count) => sum + count, rest);
          fc.pre(total > 0);
          const deployments = counts.map((count, index) => ({
            name: `d${index}`,
            phase: index % 2 === 0 ? "p1" : "p2",
            pools: [{ name: "train.a", count }],
          }));
          const lines = billOfMaterials(siteOf(deployments, [pool("a", "dgx-h100", total, "owned")]), context());
          expect(lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(total);
        },
      ),
    );
  });
});
