import { at, deployment, milestones, pool, site, twoPhases } from "./deployment-support";
import { brief, check, checkDespite, fleetOf, hardwarePool, leasedSite, type Raw, ruleOf } from "./support";

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

  test("takes the phase that the contract of the pool names, and no other", () => {
    const [one] = found({}, [pool("a", 60, { kind: "leased", phase: "p2" })]);
    expect(one).toMatchObject({ path: `${at}.deployments.first.phase`, observed: "p1", limit: "p2" });
  });

  test("does not ask for a pool whose definition has a wrong form", () => {
    expect(checkDespite("DEPLOY-2", site([deployment()], [pool("a", -1)]))).toEqual([]);
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

  // 60 months from 2027-03-01, when the rent of the first phase begins, end on 2032-02-29; an exercised year ends on 2033-02-28.
  test("reckons the end from the months of the term, and with what was exercised", () => {
    const term = (extensionOptions: readonly Raw[], removed: string) => {
      const phases = twoPhases.map((each) => ({ ...each, rentCommencement: "2027-03-01" }));
      const terms = { termMonths: 60, phases, extensionOptions };
      return brief(check("DEPLOY-4", site([deployment(milestones({ removed }))], own, {}, terms)));
    };
    const option = { id: "first", months: 12 };
    const late = (day: string, end: string) => [`${at}.deployments.first.milestones.removed ${day}/${end}`];
    expect(term([option], "2032-02-29")).toEqual([]);
    expect(term([option], "2032-03-01")).toEqual(late("2032-03-01", "2032-02-29"));
    expect(term([{ ...option, exercised: "2026-06-01" }], "2033-02-28")).toEqual([]);
    expect(term([{ ...option, exercised: "2026-06-01" }], "2033-03-01")).toEqual(late("2033-03-01", "2033-02-28"));
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
