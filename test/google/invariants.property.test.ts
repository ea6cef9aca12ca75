import fc from "fast-check";
import { validateFleet } from "../../constructs/rules";
import { anyFleet } from "./any-fleet";
import { broken } from "./invariants";
import { stackTrees } from "./stack-tree";

test("whatever is asked for is refused, or becomes stacks in which everything fits together", () => {
  let built = 0;
  const runs = 25;
  fc.assert(
    fc.property(anyFleet, (raw) => {
      const { document, findings } = validateFleet(raw, { asOf: "2026-11-23" });
      const [site] = document.spec.sites;
      if (findings.some(({ severity }) => severity === "error")) return;
      if (site?.tenure !== "cloud" || site.provider !== "google")
        throw new Error("the fleet has no site in Google Cloud");
      built += 1;
      expect(broken(site, stackTrees(site))).toEqual([]);
    }),
    { numRuns: runs },
  );
  // Else the fleets say too little.
  expect(built).toBeGreaterThan(runs / 2);
});
