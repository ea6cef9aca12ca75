import fc from "fast-check";
import { Cabling } from "../../../constructs/model";
import { type ClosInput, uplinksOf } from "../../../constructs/owned/fabric/clos";
import { nowhere } from "../../../constructs/owned/fabric/lengths";
import { linkGroups } from "../../../constructs/owned/fabric/links";
import type { NetworkPlan } from "../../../constructs/owned/fabric/plan";
import { eachLink, eachManagerLink, linkCount, wire } from "../../../constructs/owned/fabric/wiring";
import { anyInput, designed } from "./any-clos";

/** Switches whose uplinks begin with a whole cage, as NET-1 asks for. */
const inWholeCages = (input: ClosInput): boolean => {
  const { linksPerCage = 1 } = input;
  return input.ports % (2 * linksPerCage) === 0 && uplinksOf(input) % linksPerCage === 0;
};

const networkOf = (input: ClosInput, share: number): NetworkPlan => {
  const clos = designed(input);
  return {
    kind: "compute",
    planes: 1,
    wiring: wire(clos, Math.floor(clos.hosts * share)),
    switchName: "any",
    switchType: undefined,
    linkGbps: 400,
    linksPerCage: input.linksPerCage ?? 1,
    laneGbps: 100,
    hostLinksPerCage: 1,
    firstHost: 0,
    roles: { leaf: "leaf", spine: "spine", core: "core" },
    cabling: Cabling.parse({}),
  };
};

const any = fc.tuple(anyInput.filter(inWholeCages), fc.double({ min: 0, max: 1, noNaN: true }));

describe("groups of links", () => {
  // A cage that were in two groups would be counted twice.
  test("never share a cage: together they have as many as links end in", () => {
    fc.assert(
      fc.property(any, ([input, share]) => {
        const network = networkOf(input, share);
        const { wiring, linksPerCage } = network;
        const groups = [...linkGroups(network, nowhere)];
        for (const tier of ["hostLeaf", "leafSpine", "spineCore"] as const) {
          const [lower, upper] = [new Set<string>(), new Set<string>()];
          const cage = (port: number) => Math.floor(port / linksPerCage);
          eachLink(wiring, tier, (from, fromPort, to, toPort) => {
            lower.add(`${from}/${tier === "hostLeaf" ? fromPort : cage(fromPort)}`);
            upper.add(`${to}/${cage(toPort)}`);
          });
          if (tier === "hostLeaf") {
            eachManagerLink(wiring, (from, _, to, toPort) => {
              lower.add(`manager${from}`);
              upper.add(`${to}/${cage(toPort)}`);
            });
          }
          const own = groups.filter((group) => group.tier === tier);
          const lowerCages = own.flatMap((group) => group.lower).reduce((sum, { cages }) => sum + cages, 0);
          expect([tier, lowerCages]).toEqual([tier, lower.size]);
          expect([tier, own.reduce((sum, { upperCages }) => sum + upperCages, 0)]).toEqual([tier, upper.size]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("hold every link once", () => {
    fc.assert(
      fc.property(any, ([input, share]) => {
        const network = networkOf(input, share);
        for (const tier of ["hostLeaf", "leafSpine", "spineCore"] as const) {
          let visited = 0;
          let counted = 0;
          for (const group of linkGroups(network, nowhere)) {
            if (group.tier !== tier) continue;
            counted += group.links;
            group.lengths((_, links) => {
              visited += links;
            });
          }
          expect([tier, visited, counted]).toEqual([
            tier,
            linkCount(network.wiring, tier),
            linkCount(network.wiring, tier),
          ]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
