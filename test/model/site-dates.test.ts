import { milestoneDates, type Phase, phasesOf, type SiteDates, SiteSpec, siteDates } from "../../constructs/model";
import { anOwnedSite, aPower } from "./raw-fleet";

const phase = (id: string, more: object) => ({ id, power: aPower(), ...more });
const site = (...phases: object[]) => SiteSpec.parse(anOwnedSite({ phases, halls: [] }));

/** The dates of a site, and its phases by their place. */
function datesOf(...phases: object[]): { dates: SiteDates; at: (index: number) => Phase } {
  const spec = site(...phases);
  const at = (index: number) => {
    const found = phasesOf(spec)[index];
    if (found === undefined) throw new Error(`there is no phase ${index}`);
    return found;
  };
  return { dates: siteDates(spec), at };
}

describe("the day of a milestone", () => {
  const [contract, forecast, actual] = ["2026-09-01", "2026-10-01", "2026-10-15"];
  const day = (utility: object) => {
    const { dates, at } = datesOf(phase("p1", { milestones: { utility } }));
    return dates.milestone(at(0), "utility");
  };

  test("is when it happened, else when it is expected, else when it was agreed", () => {
    expect(day({ contract, forecast, actual })).toBe(actual);
    expect(day({ contract, forecast })).toBe(forecast);
    expect(day({ contract })).toBe(contract);
    expect(day({})).toBeUndefined();
  });

  const following = (follows: object, ready: object = {}, utility: object = { forecast: "2027-03-02" }) =>
    datesOf(phase("p1", { milestones: { utility, readyForService: { ...ready, follows } } }));
  const readiness = (...args: Parameters<typeof following>) => {
    const { dates, at } = following(...args);
    return dates.milestone(at(0), "readyForService");
  };

  test("comes no earlier than what it follows, and so many days", () => {
    expect(readiness({ milestone: "utility", days: 30 })).toBe("2027-04-01");
    expect(readiness({ milestone: "utility" })).toBe("2027-03-02");
  });

  test("is as agreed while that is later, and not as agreed once what it follows has slipped past it", () => {
    expect(readiness({ milestone: "utility", days: 30 }, { contract: "2027-04-01" })).toBe("2027-04-01");
    expect(readiness({ milestone: "utility", days: 30 }, { contract: "2027-04-02" })).toBe("2027-04-02");
    expect(readiness({ milestone: "utility", days: 30 }, { contract: "2027-03-31" })).toBe("2027-04-01");
  });

  test("follows no more once it has a forecast of its own", () => {
    expect(readiness({ milestone: "utility", days: 30 }, { forecast: "2027-02-01" })).toBe("2027-02-01");
  });

  test("is as agreed while nothing is known of what it follows", () => {
    expect(readiness({ milestone: "utility" }, { contract: "2027-04-02" }, {})).toBe("2027-04-02");
    expect(readiness({ milestone: "utility" }, {}, {})).toBeUndefined();
  });

  test("follows through several milestones, and other phases", () => {
    const { dates, at } = datesOf(
      phase("p1", {
        milestones: {
          utility: { contract: "2027-01-01", forecast: "2027-04-02" },
          integratedTest: { contract: "2027-01-20", follows: { milestone: "utility", days: 20 } },
          readyForService: { contract: "2027-02-01", follows: { milestone: "integratedTest", days: 10 } },
        },
      }),
      phase("p2", { milestones: { utility: { follows: { phase: "p1", milestone: "readyForService", days: 31 } } } }),
    );
    expect(dates.milestone(at(0), "integratedTest")).toBe("2027-04-22");
    expect(dates.milestone(at(0), "readyForService")).toBe("2027-05-02");
    expect(dates.milestone(at(1), "utility")).toBe("2027-06-02");
    expect(dates.usable(at(0))).toBe("2027-05-02");
  });

  test("is given for every milestone that has one", () => {
    const milestones = { permit: { actual: "2026-01-31" }, utility: { follows: { milestone: "permit", days: 1 } } };
    const spec = site(phase("p1", { milestones }));
    expect(phasesOf(spec).map((each) => milestoneDates(spec, each))).toEqual([
      { permit: "2026-01-31", utility: "2026-02-01" },
    ]);
  });
});

describe("what comes round to itself", () => {
  const round = (first: object = {}, second: object = {}) =>
    datesOf(
      phase("p1", { milestones: { utility: { ...first, follows: { phase: "p2", milestone: "utility" } } } }),
      phase("p2", { milestones: { utility: { ...second, follows: { phase: "p1", milestone: "utility" } } } }),
    );

  test("is told for each milestone on the way, and ends", () => {
    const { dates, at } = round();
    expect(dates.milestone(at(0), "utility")).toBeUndefined();
    expect(dates.troubles.map(({ trouble, named }) => `${trouble}: ${named}`)).toEqual([
      "comes round: utility of phase p1 -> utility of phase p2 -> utility of phase p1",
      "comes round: utility of phase p2 -> utility of phase p1 -> utility of phase p2",
    ]);
  });

  test("gives one day for each, whatever is asked first", () => {
    const given = () => round({ contract: "2027-01-01" }, { contract: "2027-02-01" });
    const forward = given();
    const backward = given();
    const first = [0, 1].map((index) => forward.dates.milestone(forward.at(index), "utility"));
    const second = [1, 0].map((index) => backward.dates.milestone(backward.at(index), "utility")).reverse();
    expect(first).toEqual(["2027-02-01", "2027-02-01"]);
    expect(second).toEqual(first);
  });

  test("is not what leads into a round without lying on it", () => {
    const { dates } = datesOf(
      phase("p1", {
        milestones: {
          utility: { follows: { milestone: "utility" } },
          acceptance: { follows: { milestone: "utility" } },
        },
      }),
    );
    expect(dates.troubles.map(({ trouble, at }) => `${trouble} ${at.of === "phase" ? at.milestone : ""}`)).toEqual([
      "comes round utility",
    ]);
  });
});

describe("what follows names", () => {
  const troubles = (follows: object) =>
    datesOf(phase("p1", { milestones: { utility: { follows } } })).dates.troubles.map(({ trouble }) => trouble);

  test("is one thing, and is there", () => {
    expect(troubles({ milestone: "permit" })).toEqual([]);
    expect(troubles({})).toEqual(["says nothing"]);
    expect(troubles({ phase: "p1" })).toEqual(["says nothing"]);
    expect(troubles({ milestone: "permit", utility: "grid" })).toEqual(["says two things"]);
    expect(troubles({ milestone: "permit", phase: "p9" })).toEqual(["is not there"]);
    expect(troubles({ utility: "grid", step: "s1" })).toEqual(["is not there"]);
  });
});

describe("the day rent begins", () => {
  const rent = (more: object) => {
    const { dates, at } = datesOf(phase("p1", more));
    return dates.rent(at(0));
  };
  const milestones = { readyForService: { forecast: "2027-03-02" } };

  test("is the lease's own, or set off by a milestone", () => {
    expect(rent({ milestones, rentCommencement: "2027-01-01" })).toBe("2027-01-01");
    expect(rent({ milestones, rentCommencementOn: { milestone: "readyForService" } })).toBe("2027-03-02");
    expect(rent({ milestones, rentCommencementOn: { milestone: "readyForService", daysAfter: 30 } })).toBe(
      "2027-04-01",
    );
    expect(rent({ milestones, rentCommencementOn: { milestone: "acceptance" } })).toBeUndefined();
    expect(rent({})).toBeUndefined();
  });

  test("is not before the day that is agreed as the earliest", () => {
    const on = (notBefore: string) =>
      rent({ milestones, rentCommencementOn: { milestone: "readyForService", notBefore } });
    expect(on("2027-03-01")).toBe("2027-03-02");
    expect(on("2027-03-03")).toBe("2027-03-03");
  });
});

describe("the day a phase's power can be used", () => {
  const readyForService = { forecast: "2026-12-15" };
  const acceptance = { forecast: "2026-12-01" };
  const rentCommencement = "2026-11-01";
  const usable = (more: object) => {
    const { dates, at } = datesOf(phase("p1", more));
    return dates.usable(at(0));
  };

  test("is when it is ready for service, whatever else is known", () => {
    expect(usable({ milestones: { readyForService, acceptance }, rentCommencement })).toBe("2026-12-15");
  });

  test("is the acceptance when nothing says when it is ready", () => {
    expect(usable({ milestones: { acceptance }, rentCommencement })).toBe("2026-12-01");
  });

  test("is when rent begins when there are no such milestones", () => {
    expect(usable({ milestones: { permit: { actual: "2025-01-01" } }, rentCommencement })).toBe("2026-11-01");
  });

  test("is not known when nothing says", () => {
    expect(usable({})).toBeUndefined();
  });
});
