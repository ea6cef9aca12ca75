import fc from "fast-check";
import { type Clos, type ClosInput, designClos } from "../../../constructs/owned/fabric/clos";

/** A design that can be wired, or fails the test. */
export function designed(input: ClosInput): Clos {
  const result = designClos(input);
  if (!("clos" in result)) throw new Error(JSON.stringify(result.problems));
  return result.clos;
}

/** Inputs of every kind that can be wired: two and three tiers, odd radices, oversubscription, managers, part-filled pods. */
export const anyInput: fc.Arbitrary<ClosInput> = fc
  .record({
    hosts: fc.integer({ min: 1, max: 600 }),
    rails: fc.integer({ min: 1, max: 9 }),
    ports: fc.integer({ min: 4, max: 40 }),
    unitHosts: fc.integer({ min: 1, max: 24 }),
    oversubscription: fc.constantFrom(1, 1, 1.5, 2, 3),
    managerLinks: fc.constantFrom(0, 0, 1, 4),
    linksPerCage: fc.constantFrom(1, 2, 4),
    tiers: fc.constantFrom<(2 | 3 | undefined)[]>(undefined, undefined, 2, 3),
    unitsPerPod: fc.constantFrom<(number | undefined)[]>(undefined, undefined, 1, 2),
    uplinks: fc.constantFrom<(number | undefined)[]>(undefined, undefined, undefined, 6, 10),
  })
  .map(({ tiers, unitsPerPod, uplinks, ...rest }) => ({
    ...rest,
    ...(tiers === undefined ? {} : { tiers }),
    ...(unitsPerPod === undefined ? {} : { unitsPerPod }),
    ...(uplinks === undefined ? {} : { uplinks }),
  }))
  .filter((input) => "clos" in designClos(input));
