import fc from "fast-check";
import {
  carriedKW,
  type FeedOfRack,
  feedKVA,
  feedKW,
  lossesCovered,
  rackFeedCheck,
  rackOutcomes,
  suppliesByFeed,
} from "../../../constructs/owned/power/rack-feeds";

/** 415 V, 60 A, three phases, 0.8 continuous, power factor 0.95. */
const feed = (id: string, more: Partial<FeedOfRack> = {}): FeedOfRack => ({
  id,
  voltageV: 415,
  currentA: 60,
  phases: 3,
  continuousFactor: 0.8,
  powerFactor: 0.95,
  ...more,
});
const feeds = (...ids: string[]) => ids.map((id) => feed(id));
const sided = ["a1", "a2", "b1", "b2"].map((id) => feed(id, { side: id.slice(0, 1).toUpperCase() }));
/** Four DGX H100: 4 x 10.2 kW, six supplies each, four needed. */
const h100 = { loadKW: 4 * 10.2, supplies: { fitted: 6, required: 4 } };
/** DGX B200: five of six needed. */
const b200 = { loadKW: 4 * 14.3, supplies: { fitted: 6, required: 5 } };

describe("a rack feed", () => {
  // 415 x 60 x 1.7320508 x 0.8 = 34,502.45 VA; x 0.95 = 32,777.3 W
  test("of 415 V, 60 A, three phases, 0.8 and power factor 0.95 carries 34.50 kVA and 32.78 kW", () => {
    expect(feedKVA(feed("a")).toFixed(2)).toBe("34.50");
    expect(feedKW(feed("a")).toFixed(2)).toBe("32.78");
  });

  // 230 x 32 = 7,360 VA
  test("of one phase has no root of three, and a device listed for 100 % no factor", () => {
    const single = { voltageV: 230, currentA: 32, phases: 1, continuousFactor: 1, powerFactor: 1 } as const;
    expect(feedKVA(single)).toBeCloseTo(7.36, 10);
  });
});

describe("four DGX H100 in a rack", () => {
  test("on two feeds fail the loss of one: 40.8 kW on 32.78 kW, and 3 supplies of 4", () => {
    const outcome = rackFeedCheck({ feeds: feeds("a", "b"), ...h100 }, { name: "feed a", feeds: ["a"] });
    expect(outcome).toMatchObject({ carries: false, suppliesLeft: 3, suppliesHold: false, passes: false });
    expect(outcome.capacityKW.toFixed(2)).toBe("32.78");
    expect(outcome.loadKW).toBeCloseTo(40.8, 10);
  });

  test("on three independent feeds pass: 65.55 kW and 4 supplies", () => {
    const outcome = rackFeedCheck({ feeds: feeds("a", "b", "c"), ...h100 }, { name: "feed a", feeds: ["a"] });
    expect(outcome).toMatchObject({ carries: true, suppliesLeft: 4, passes: true });
    expect(outcome.capacityKW.toFixed(2)).toBe("65.55");
  });

  test("on A1, A2, B1, B2 with a side lost have the power, but 3 supplies are too few", () => {
    const outcomes = rackOutcomes({ feeds: sided, ...h100 }, "side").filter(({ loss }) => loss.name.startsWith("side"));
    expect(outcomes.map(({ loss }) => loss)).toEqual([
      { name: "side A", feeds: ["a1", "a2"] },
      { name: "side B", feeds: ["b1", "b2"] },
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ carries: true, suppliesLeft: 3, suppliesHold: false, passes: false });
      expect(outcome.capacityKW.toFixed(2)).toBe("65.55");
    }
  });
});

test("DGX B200 on three feeds keep 4 supplies of the 5 they need", () => {
  const outcome = rackFeedCheck({ feeds: feeds("a", "b", "c"), ...b200 }, { name: "feed a", feeds: ["a"] });
  expect(outcome).toMatchObject({ suppliesLeft: 4, suppliesNeeded: 5, passes: false });
});

describe("what a rack must live through", () => {
  const names = (list: readonly FeedOfRack[], survival: Parameters<typeof lossesCovered>[1]) =>
    lossesCovered(list, survival).map(({ name }) => name);

  test("grows with its class", () => {
    expect(names(sided, "none")).toEqual(["nothing"]);
    expect(names(sided, "supply")).toEqual(["nothing", "one supply"]);
    expect(names(sided, "feed")).toEqual(["nothing", "one supply", "feed a1", "feed a2", "feed b1", "feed b2"]);
    expect(names(sided, "side").slice(-2)).toEqual(["side A", "side B"]);
    expect(names(sided, "system")).toEqual(names(sided, "side"));
  });

  test("loses feeds of one source together", () => {
    const shared = [feed("a", { source: "rpp-1" }), feed("b", { source: "rpp-1" }), feed("c", { source: "rpp-2" })];
    expect(lossesCovered(shared, "feed").slice(2)).toEqual([
      { name: "rpp-1", feeds: ["a", "b"] },
      { name: "rpp-2", feeds: ["c"] },
    ]);
    // One feed is left when the source of two fails: 32.78 kW.
    expect(carriedKW(shared, "feed").toFixed(2)).toBe("32.78");
  });

  test("a supply alone: one of six leaves five, as many as a DGX B200 needs", () => {
    const outcomes = (required: number) =>
      rackOutcomes({ feeds: feeds("a", "b", "c"), loadKW: 1, supplies: { fitted: 6, required } }, "supply");
    expect(outcomes(5).every(({ passes }) => passes)).toBe(true);
    expect(outcomes(6).map(({ passes }) => passes)).toEqual([true, false]);
  });
});

test("cords share equally, so that the weakest of the live feeds sets what each carries", () => {
  const weak = feed("b", { currentA: 30 });
  const outcome = rackFeedCheck({ feeds: [feed("a"), weak], loadKW: 0 }, { name: "nothing", feeds: [] });
  expect(outcome.capacityKW).toBeCloseTo(2 * feedKW(weak), 10);
});

test("exactly what the feeds carry passes, one watt more does not", () => {
  const limit = 2 * feedKW(feed("a"));
  const passes = (loadKW: number) =>
    rackFeedCheck({ feeds: feeds("a", "b", "c"), loadKW }, { name: "feed a", feeds: ["a"] }).passes;
  expect(passes(limit)).toBe(true);
  expect(passes(limit + 0.001)).toBe(false);
});

test("every supply hangs on one feed, and no feed has two more than another of its side", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 16 }), (count, fitted) => {
      const counts = suppliesByFeed(feeds(...Array.from({ length: count }, (_, index) => `f${index}`)), fitted);
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(fitted);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});

test("a larger class never lets a rack draw more", () => {
  const classes = ["none", "supply", "feed", "side", "system"] as const;
  fc.assert(
    fc.property(fc.array(fc.constantFrom("A", "B", "C", undefined), { minLength: 1, maxLength: 6 }), (sides) => {
      const list = sides.map((side, index) => feed(`f${index}`, side === undefined ? {} : { side }));
      const carried = classes.map((survival) => carriedKW(list, survival));
      for (const [index, value] of carried.slice(1).entries()) expect(value).toBeLessThanOrEqual(carried[index] ?? 0);
    }),
  );
});
