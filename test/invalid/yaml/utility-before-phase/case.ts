import type { Fleet } from "siteform";
import { documents } from "../../support";

/** A utility that has slipped past the test that rests on it, and lacks the step that a phase follows. */
export const fleet = (): Fleet => documents();

export const expected = [
  "error   sites/texas.yaml:16:27: sites.texas.phases.p1.milestones.integratedTest.forecast (phase p1): integratedTest (forecast) is on 2026-12-15, before utility on 2027-03-02, on which it rests  [TIME-1]",
  "error   sites/texas.yaml:20:44: sites.texas.phases.p2.milestones.utility.follows (phase p2): the site has no step second of utility grid that it could follow  [TIME-6]",
];
