import { contracted, type Fleet, megawatts, OwnedSite, owned } from "../../constructs";
import type { Finding } from "../../constructs/model";
import { buildReview } from "../../review/report/build-review";
import { shutGates } from "../../review/report/gate";
import { Review } from "../../review/report/schema";
import type { SpecChange } from "../../review/report/spec-schema";
import { compareFleets } from "../../review/spec/compare";
import { compareFindings } from "../../review/spec/findings";
import { documentOf, newYork, newYorkLate } from "./fleets";
import { stack } from "./support";

const finding = (path: string, more: Partial<Finding> = {}): Finding => ({
  rule: "PWR-8",
  severity: "warning",
  path,
  message: `${path} is wrong`,
  ...more,
});

const compared = (before: readonly Finding[], after: readonly Finding[], changes: readonly SpecChange[] = []) => {
  const result = compareFindings(before, after, changes, { fleet: "atlas", asOf: "2026-11-28" });
  const paths = (list: readonly { path: string; message: string }[]) => list.map(({ path }) => path);
  return {
    new: paths(result.new),
    fixed: paths(result.fixed),
    waived: paths(result.waived),
    unchanged: paths(result.unchanged.list),
  };
};
const none = { new: [], fixed: [], waived: [], unchanged: [] };

describe("findings of base and head", () => {
  test("are new, fixed or as before, by rule, path and phase", () => {
    expect(compared([finding("a"), finding("b")], [finding("b", { message: "other numbers" }), finding("c")])).toEqual({
      ...none,
      new: ["c"],
      fixed: ["a"],
      unchanged: ["b"],
    });
    expect(compared([finding("a", { phase: "p1" })], [finding("a", { phase: "p2" })])).toEqual({
      ...none,
      new: ["a"],
      fixed: ["a"],
    });
    expect(compared([finding("a")], [finding("a", { rule: "PWR-7" })])).toMatchObject({ new: ["a"], fixed: ["a"] });
  });

  test("are counted where several have one place; the one of other words is the new one", () => {
    const [one, other] = [finding("a", { message: "one" }), finding("a", { message: "other" })];
    const { new: fresh, unchanged } = compareFindings([other], [one, other], [], {
      fleet: "atlas",
      asOf: "2026-11-28",
    });
    expect(fresh.map(({ message }) => message)).toEqual(["one"]);
    expect(unchanged.list.map(({ message }) => message)).toEqual(["other"]);
    expect(compared([one, other], [one])).toEqual({ ...none, fixed: ["a"], unchanged: ["a"] });
  });

  test("are new where they are worse, and as before where they are milder", () => {
    const error = finding("a", { severity: "error" });
    expect(compared([finding("a")], [error])).toEqual({ ...none, new: ["a"] });
    expect(compared([error], [finding("a")])).toEqual({ ...none, unchanged: ["a"] });
  });

  test("are new where a waiver has run out, and not fixed where one is given", () => {
    const waived = finding("a", { waived: "known (until 2026-12-31)" });
    expect(compared([waived], [finding("a")])).toEqual({ ...none, new: ["a"] });
    expect(compared([finding("a")], [waived])).toEqual({ ...none, waived: ["a"] });
    expect(compared([waived], [])).toEqual(none);
  });

  test("follow what was renamed or moved", () => {
    const changes: SpecChange[] = [
      { path: "sites.new", kind: "renamed", from: "sites.old", before: "old", after: "new" },
      { path: "sites.other.clusters.b", kind: "moved", from: "sites.old.clusters.b" },
    ];
    const before = [finding("sites.old.power"), finding("sites.old.clusters.b.pools.x"), finding("sites.older.power")];
    const after = [finding("sites.new.power"), finding("sites.other.clusters.b.pools.x"), finding("sites.older.power")];
    expect(compared(before, after, changes)).toEqual({
      ...none,
      unchanged: ["sites.new.power", "sites.other.clusters.b.pools.x", "sites.older.power"],
    });
    expect(compared(before, after).new).toHaveLength(2);
  });
});

const location = { country: "DE", subdivision: "DE-BY" };
/** A site of 4 MW. A dgx-h100 draws at most 10.2 kW (NVIDIA DGX H100 data sheet): 392 of them 3,998.4 kW, 393 more than 4 MW. */
const lab = (machines: number) =>
  documentOf((fleet: Fleet) => {
    const power = contracted(megawatts(4), { meaning: "criticalIT", source: "transformer order 17" });
    new OwnedSite(fleet, "lab", { location, power }).addCluster("train", {
      pools: [{ name: "p", machine: "dgx-h100", count: machines, capacity: owned() }],
    });
  });

describe("a review with specs", () => {
  const review = (before: number, after: number) =>
    buildReview([stack("lab")], { comparison: compareFleets(lab(before), lab(after), "2026-11-28") });
  const gates = ["error", "finding"] as const;

  test("follows its schema, and says what rules find in head alone", () => {
    const made = review(392, 393);
    expect(Review.safeParse(JSON.parse(JSON.stringify(made)))).toMatchObject({ success: true });
    expect(made.findings).toMatchObject({ fleet: "atlas", asOf: "2026-11-28", fixed: [] });
    expect(made.findings?.new).toMatchObject([{ rule: "PWR-8", severity: "error", path: "sites.lab.power" }]);
    expect(review(393, 392).findings?.fixed).toMatchObject([{ rule: "PWR-8" }]);
  });

  test("does not pass the gates for what is new, and passes them for what was there", () => {
    expect(shutGates(review(392, 393), gates)).toEqual(["error", "finding"]);
    expect(shutGates(review(393, 394), gates)).toEqual([]);
    expect(shutGates(review(393, 392), gates)).toEqual([]);
    expect(shutGates(review(10, 11), gates)).toEqual([]);
  });

  test("does not pass these gates where specs were not compared", () => {
    expect(shutGates(buildReview([stack("lab")]), gates)).toEqual(["error", "finding"]);
    expect(shutGates(buildReview([stack("lab")]), ["destroy", "change"])).toEqual([]);
  });

  test("has a verdict of what is applied alone", () => {
    expect(review(392, 393).verdict).toBe("NONE");
    expect(buildReview([{ name: "lab" }], { comparison: compareFleets(lab(1), lab(2), "2026-11-28") }).verdict).toBe(
      "INCOMPLETE",
    );
  });

  test("of the slip of New York tells one line, and no finding as fixed", () => {
    const { spec, findings } = compareFleets(newYork(), newYorkLate(), "2026-11-28");
    expect(spec).toHaveLength(1);
    expect(findings.fixed).toEqual([]);
    expect(findings.unchanged.warning).toBeGreaterThan(0);
  });
});
