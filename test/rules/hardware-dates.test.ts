import { at, critical, deployment, milestones, phase, pool, site, twoPhases } from "./deployment-support";
import { brief, check, type Raw } from "./support";

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

  test("takes no more than the utility, the halls or their cooling let through by the day", () => {
    const halls = (criticalItMW: number, coolingMW: number) => ({ halls: [{ name: "h1", criticalItMW, coolingMW }] });
    expect(check("DEPLOY-6", two(30, 30, inTime, halls(60, 60)))).toEqual([]);
    expect(brief(check("DEPLOY-6", two(30, 30, inTime, halls(59, 60))))).toEqual([
      `${place}.second.milestones.commissioned 60/59`,
    ]);
    expect(check("DEPLOY-6", two(30, 30, inTime, halls(60, 58)))[0]?.message).toBe(
      "from 2027-09-01 the hardware that is commissioned draws up to 60 MW, more than the 58 MW of the cooling",
    );
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
