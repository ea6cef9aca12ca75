import {
  brief,
  check,
  checkDespite,
  figure,
  fleet,
  fleetOf,
  hardwarePool,
  leasedSite,
  type Raw,
  ruleOf,
} from "./support";

const at = "sites.colossus";

/** A machine of exactly 1 MW, so that a count of machines is a load in MW. */
const megawatt = {
  type: "block-1mw",
  offer: "hardware",
  accelerator: "H100",
  accelerators: figure(8),
  maxPowerKW: figure(1000),
};
const critical = (valueMW: number): Raw => ({ valueMW, meaning: "criticalIT", basis: "contract", source: "the lease" });
const phase = (id: string, valueMW: number, ready: string): Raw => ({
  id,
  power: critical(valueMW),
  milestones: { readyForService: { forecast: ready } },
});
const twoPhases = [phase("p1", 60, "2027-03-01"), phase("p2", 40, "2027-09-01")];
const pool = (name: string, count: number, capacity: Raw = { kind: "leased" }): Raw =>
  hardwarePool({ name, machine: "block-1mw", count, capacity });
const deployment = (more: Raw = {}): Raw => ({ name: "first", phase: "p1", pools: [{ name: "train.a" }], ...more });
const milestones = (days: Readonly<Record<string, string>>): Raw => ({
  milestones: Object.fromEntries(Object.entries(days).map(([key, forecast]) => [key, { forecast }])),
});

/** A turnkey site of two phases: one's own hardware in the landlord's halls. */
const site = (
  deployments: readonly Raw[],
  pools: readonly Raw[] = [pool("a", 60)],
  more: Raw = {},
  terms: Raw = {},
  rest: Raw = {},
) =>
  fleet({
    sites: [
      leasedSite(
        { scope: "turnkey", clusters: [{ name: "train", pools }], deployments, ...more },
        { phases: twoPhases, ...terms },
      ),
    ],
    machines: [megawatt],
    ...rest,
  });

describe("DEPLOY-1, the order of hardware", () => {
  const days = { ordered: "2027-01-01", delivered: "2027-03-01", installed: "2027-03-15", commissioned: "2027-04-01" };
  const found = (dates: Readonly<Record<string, string>>) =>
    brief(check("DEPLOY-1", site([deployment(milestones(dates))])));
  const place = `${at}.deployments.first.milestones`;

  test("takes steps on one day, and none a day before the one it rests on", () => {
    const all = { ordered: "2027-03-01", delivered: "2027-03-01", installed: "2027-03-01", commissioned: "2027-03-01" };
    expect(found({ ...all, removed: "2027-03-01" })).toEqual([]);
    for (const [step, before] of [
      ["delivered", "ordered"],
      ["installed", "delivered"],
      ["commissioned", "installed"],
      ["removed", "commissioned"],
    ] as const) {
      const dates = { [before]: "2027-03-01", [step]: "2027-02-28" };
      expect(found(dates)).toEqual([`${place}.${step}.forecast 2027-02-28/2027-03-01`]);
    }
    expect(found(days)).toEqual([]);
  });

  test("looks past steps that have no date", () => {
    expect(found({ ordered: "2027-03-02", commissioned: "2027-03-01" })).toEqual([
      `${place}.commissioned.forecast 2027-03-01/2027-03-02`,
    ]);
  });

  test("holds what was agreed against what was agreed, and what happened against what is expected", () => {
    const slipped = (delivered: Raw) =>
      brief(
        check("DEPLOY-1", site([deployment({ milestones: { delivered, installed: { contract: "2027-03-15" } } })])),
      );
    expect(slipped({ contract: "2027-03-15" })).toEqual([]);
    expect(slipped({ contract: "2027-03-16" })).toEqual([`${place}.installed.contract 2027-03-15/2027-03-16`]);
    expect(slipped({ contract: "2027-03-01", forecast: "2027-03-16" })).toEqual([
      `${place}.installed.contract 2027-03-15/2027-03-16`,
    ]);
    expect(slipped({ contract: "2027-03-16", actual: "2027-03-15" })).toHaveLength(1);
  });

  test("names the phase", () => {
    expect(
      check("DEPLOY-1", site([deployment(milestones({ ordered: "2027-02-01", delivered: "2027-01-31" }))])),
    ).toMatchObject([
      {
        phase: "p1",
        message: expect.stringContaining("delivered (forecast) is on 2027-01-31, before ordered on 2027-02-01"),
      },
    ]);
  });
});

describe("DEPLOY-2, what a deployment names", () => {
  const found = (more: Raw, pools?: readonly Raw[]) => check("DEPLOY-2", site([deployment(more)], pools));

  test("takes a phase and pools that there are", () => {
    expect(found({})).toEqual([]);
    expect(found({}, [pool("a", 60, { kind: "leased", phase: "p1" })])).toEqual([]);
  });

  test("asks for the one that was meant", () => {
    expect(found({ phase: "p3" })).toMatchObject([
      { path: `${at}.deployments.first.phase`, message: 'the site has no phase "p3"; it has p1, p2' },
    ]);
    expect(found({ pools: [{ name: "trian.a" }] })).toMatchObject([
      { path: `${at}.deployments.first.pools.trian.a`, hint: 'did you mean "train.a"?' },
    ]);
  });

  test("takes a pool once", () => {
    expect(
      found({
        pools: [
          { name: "train.a", count: 1 },
          { name: "train.a", count: 2 },
        ],
      }),
    ).toHaveLength(1);
  });

  test("takes the phase that the contract of the pool names, and no other", () => {
    const [one] = found({}, [pool("a", 60, { kind: "leased", phase: "p2" })]);
    expect(one).toMatchObject({ path: `${at}.deployments.first.phase`, observed: "p1", limit: "p2" });
  });

  test("does not ask for a pool whose definition has a wrong form", () => {
    expect(checkDespite("DEPLOY-2", site([deployment()], [pool("a", -1)]))).toEqual([]);
  });
});

describe("DEPLOY-3, hardware and the day its phase is ready", () => {
  const found = (days: Readonly<Record<string, string>>) => check("DEPLOY-3", site([deployment(milestones(days))]));

  test("takes hardware on the day its phase can be used, and not a day before", () => {
    expect(found({ installed: "2027-03-01", commissioned: "2027-03-01" })).toEqual([]);
    expect(brief(found({ commissioned: "2027-02-28" }))).toEqual([
      `${at}.deployments.first.milestones.commissioned 2027-02-28/2027-03-01`,
    ]);
    expect(found({ commissioned: "2027-02-28" })[0]).toMatchObject({
      phase: "p1",
      message: "the hardware is commissioned on 2027-02-28, a day before phase p1 can be used on 2027-03-01",
    });
  });

  test("warns of hardware that is installed before", () => {
    expect(brief(found({ installed: "2027-02-28", commissioned: "2027-03-01" }))).toEqual([
      `warning ${at}.deployments.first.milestones.installed 2027-02-28/2027-03-01`,
    ]);
  });

  test("follows the phase when it slips", () => {
    const slipped = [phase("p1", 60, "2027-05-31"), phase("p2", 40, "2027-09-01")]; // 91 days later
    const late = site([deployment(milestones({ commissioned: "2027-03-01" }))], undefined, {}, { phases: slipped });
    expect(check("DEPLOY-3", late)).toMatchObject([{ message: expect.stringContaining("91 days before phase p1") }]);
  });
});

describe("DEPLOY-4, hardware and the end of the lease", () => {
  const own = [pool("a", 60, { kind: "owned" })];
  const found = (days: Readonly<Record<string, string>>, pools: readonly Raw[] = own) =>
    brief(check("DEPLOY-4", site([deployment(milestones(days))], pools, {}, { end: "2030-12-31" })));

  test("lets one's own hardware leave on the last day, and not a day after", () => {
    expect(found({ removed: "2030-12-31" })).toEqual([]);
    expect(found({ removed: "2031-01-01" })).toEqual([
      `${at}.deployments.first.milestones.removed 2031-01-01/2030-12-31`,
    ]);
    expect(found({}, [pool("a", 60, { kind: "owned", until: "2030-12-31" })])).toEqual([]);
    expect(found({}, [pool("a", 60, { kind: "owned", until: "2031-01-01" })])).toEqual([
      `${at}.clusters.train.pools.a.capacity.until 2031-01-01/2030-12-31`,
    ]);
  });

  test("wants to know when it leaves", () => {
    expect(found({})).toEqual([`warning ${at}.deployments.first.milestones -/2030-12-31`]);
    expect(found({}, [pool("a", 60)])).toEqual([]); // the landlord's stays
  });

  test("commissions nothing on the last day or after it", () => {
    expect(found({ commissioned: "2030-12-30" }, [pool("a", 60)])).toEqual([]);
    expect(found({ commissioned: "2030-12-31" }, [pool("a", 60)])).toEqual([
      `${at}.deployments.first.milestones.commissioned 2030-12-31/2030-12-31`,
    ]);
  });

  test("has no end to hold it against without a lease that ends", () => {
    expect(check("DEPLOY-4", site([deployment(milestones({ removed: "2099-01-01" }))], own))).toEqual([]);
  });
});

describe("DEPLOY-5, the counts of pools and deployments", () => {
  const both = (first: number | undefined, second: number, count = 60) =>
    check(
      "DEPLOY-5",
      site(
        [
          deployment({ pools: [{ name: "train.a", ...(first === undefined ? {} : { count: first }) }] }),
          deployment({ name: "second", phase: "p2", pools: [{ name: "train.a", count: second }] }),
        ],
        [pool("a", count)],
      ),
    );
  const place = `${at}.clusters.train.pools.a.count`;

  test("takes deployments that bring the machines of a pool", () => {
    expect(both(40, 20)).toEqual([]);
    expect(check("DEPLOY-5", site([deployment()]))).toEqual([]); // all of them
    expect(check("DEPLOY-5", site([]))).toEqual([]); // deployments are optional
  });

  test("refuses one machine more, and warns of one fewer", () => {
    expect(brief(both(41, 20))).toEqual([`${place} 61/60`]);
    expect(brief(both(undefined, 1))).toEqual([`${place} 61/60`]);
    expect(brief(both(39, 20))).toEqual([`warning ${place} 59/60`]);
    expect(both(39, 20)[0]?.message).toBe("1 of 60 machines come with no deployment; first, second bring 59");
  });

  test("says nothing while a deployment has a wrong form", () => {
    expect(checkDespite("DEPLOY-5", site([deployment({ pools: [{ name: "train.a", count: 0.5 }] })]))).toEqual([]);
  });
});

describe("DEPLOY-6, the load of what is commissioned", () => {
  const two = (
    first: number,
    second: number,
    days: readonly [Raw, Raw],
    more: Raw = {},
    phases: readonly Raw[] = twoPhases,
  ) =>
    site(
      [deployment(days[0]), deployment({ name: "second", phase: "p2", pools: [{ name: "train.b" }], ...days[1] })],
      [pool("a", first), pool("b", second)],
      more,
      { phases },
    );
  const inTime: readonly [Raw, Raw] = [
    milestones({ commissioned: "2027-03-01" }),
    milestones({ commissioned: "2027-09-01" }),
  ];
  const place = `${at}.deployments`;

  test("takes what the phases usable by a day deliver, and not one machine more", () => {
    expect(check("DEPLOY-6", two(60, 40, inTime))).toEqual([]);
    expect(brief(check("DEPLOY-6", two(61, 39, inTime)))).toEqual([`${place}.first.milestones.commissioned 61/60`]);
    expect(brief(check("DEPLOY-6", two(60, 41, inTime)))).toEqual([`${place}.second.milestones.commissioned 101/100`]);
  });

  test("counts hardware that comes early into the power of the phases there are", () => {
    const early: readonly [Raw, Raw] = [
      milestones({ commissioned: "2027-03-01" }),
      milestones({ commissioned: "2027-08-31" }),
    ];
    expect(brief(check("DEPLOY-6", two(60, 1, early)))).toEqual([`${place}.second.milestones.commissioned 61/60`]);
  });

  test("lets hardware leave before other comes", () => {
    const swap = (removed: string): readonly [Raw, Raw] => [
      milestones({ commissioned: "2027-03-01", removed }),
      milestones({ commissioned: "2027-09-01" }),
    ];
    expect(check("DEPLOY-6", two(60, 100, swap("2027-09-01")))).toEqual([]);
    expect(brief(check("DEPLOY-6", two(60, 100, swap("2027-09-02"))))).toEqual([
      `${place}.second.milestones.commissioned 160/100`,
    ]);
  });

  test("is a warning where the power is a floor, or the landlord runs the hardware", () => {
    const floor = twoPhases.map((each) => ({
      ...each,
      power: { ...critical(each["id"] === "p1" ? 60 : 40), bound: "atLeast" },
    }));
    expect(brief(check("DEPLOY-6", two(61, 39, inTime, {}, floor)))).toEqual([
      `warning ${place}.first.milestones.commissioned 61/60`,
    ]);
    expect(brief(check("DEPLOY-6", two(61, 39, inTime, { scope: "compute" })))).toEqual([
      `warning ${place}.first.milestones.commissioned 61/60`,
    ]);
  });

  test("says nothing of phases without a date", () => {
    const undated = twoPhases.map(({ milestones: _, ...each }) => each);
    expect(check("DEPLOY-6", two(61, 41, inTime, {}, undated))).toEqual([]);
  });
});

// 26 weeks before 2027-07-01 is 2026-12-31: 182 days, of which 181 lie in 2027. The tests ask on 2026-11-23.
describe("DEPLOY-7, lead times", () => {
  const weeks = (value: number): Raw => ({ leadTimeWeeks: { value, basis: "vendor", source: "the supplier" } });
  const found = (more: Raw) => brief(check("DEPLOY-7", site([deployment({ ...weeks(26), ...more })])));
  const place = `warning ${at}.deployments.first.milestones.ordered`;
  const both = (ordered: string, delivered: string): Raw => milestones({ ordered, delivered });

  test("takes an order on the last day on which it comes in time, and none a day later", () => {
    expect(found(both("2026-12-31", "2027-07-01"))).toEqual([]);
    expect(found(both("2027-01-01", "2027-07-01"))).toEqual([`${place} 2027-01-01/2026-12-31`]);
  });

  // 2026-11-23 + 182 days is 2027-05-24.
  test("orders today at the earliest what is not ordered", () => {
    expect(found(milestones({ delivered: "2027-05-24" }))).toEqual([]);
    expect(found(milestones({ delivered: "2027-05-23" }))).toEqual([`${place} 2026-11-23/2026-11-22`]);
    expect(found(both("2026-01-01", "2027-05-23"))).toHaveLength(1); // an order that was forecast and did not happen
    expect(found({ milestones: { ordered: { actual: "2026-01-01" }, delivered: { forecast: "2027-05-23" } } })).toEqual(
      [],
    );
  });

  test("needs hardware at its first milestone after the order, else when its phase is ready", () => {
    // p1 is usable from 2027-03-01: 182 days before is 2026-08-31.
    expect(found({})).toEqual([`${place} 2026-11-23/2026-08-31`]);
    expect(found(milestones({ commissioned: "2027-05-24" }))).toEqual([]);
    expect(found({ milestones: { delivered: { actual: "2026-11-01" } } })).toEqual([]); // it is there
  });

  test("asks the policy, then the catalogue, where the deployment says nothing", () => {
    const without = (more: Raw) =>
      check("DEPLOY-7", site([deployment(milestones({ delivered: "2027-05-24" }))], undefined, {}, {}, more));
    expect(without({})).toEqual([]); // 26 weeks assumed of a server
    const policy = (value: number) => ({
      policy: { leadTimes: [{ name: "block-1mw", weeks: { value, basis: "reported", source: "a broker" } }] },
    });
    expect(without(policy(26))).toEqual([]);
    expect(without(policy(27))).toMatchObject([{ message: expect.stringContaining("takes 27 weeks (reported)") }]);
  });
});

describe("DEPLOY-8, what has passed", () => {
  const step = (state: string, more: Raw = {}): Raw => ({
    id: "burn-in",
    title: "72 hours",
    stage: "burnIn",
    layer: "hardware",
    state,
    day: "2026-11-01",
    ...more,
  });
  const done = (state: string, actual = true) =>
    brief(
      check(
        "DEPLOY-8",
        site([
          deployment({
            state: "binding",
            commissioning: [step(state)],
            milestones: actual ? { commissioned: { actual: "2026-11-02" } } : {},
          }),
        ]),
      ),
    );
  const place = `${at}.deployments.first`;

  test("commissions what has passed its steps, and nothing with a step open or failed", () => {
    expect(done("passed")).toEqual([]);
    expect(done("open")).toEqual([`${place}.commissioning.burn-in.state open/-`]);
    expect(done("failed")).toEqual([`${place}.commissioning.burn-in.state failed/-`]);
    expect(done("failed", false)).toEqual([]);
  });

  test("wants the day of a step that passed", () => {
    const { day: _, ...undated } = step("passed");
    expect(brief(check("DEPLOY-8", site([deployment({ commissioning: [undated] })])))).toEqual([
      `warning ${place}.commissioning.burn-in.state passed/-`,
    ]);
  });

  test.each(["proposed", "exclusive"])("has nothing ordered that is %s", (state) => {
    const ordered = (dates: Raw) =>
      brief(check("DEPLOY-8", site([deployment({ state, milestones: { ordered: dates } })])));
    expect(ordered({ actual: "2026-11-01" })).toEqual([`${place}.state ${state}/-`]);
    expect(ordered({ forecast: "2026-12-01" })).toEqual([]);
  });
});

test("every rule of hardware is a warning where the landlord runs it", () => {
  for (const id of ["DEPLOY-1", "DEPLOY-3", "DEPLOY-6", "DEPLOY-7", "DEPLOY-8"])
    expect(ruleOf(id).layer).toBe("hardware");
  // What documents say of each other, and when one's own leaves, does not depend on who runs it.
  for (const id of ["DEPLOY-2", "DEPLOY-4", "DEPLOY-5"]) expect(ruleOf(id).layer).toBeUndefined();
  const early = leasedSite(
    {
      scope: "compute",
      clusters: [{ name: "train", pools: [hardwarePool({ name: "a" })] }],
      deployments: [deployment(milestones({ commissioned: "2027-02-28" }))],
    },
    { phases: twoPhases },
  );
  expect(brief(check("DEPLOY-3", fleetOf(early)))).toEqual([
    `warning ${at}.deployments.first.milestones.commissioned 2027-02-28/2027-03-01`,
  ]);
});
