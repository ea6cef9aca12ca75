import fc from "fast-check";
import { portBound, unitBound } from "../../../constructs/owned/fabric/bound";
import type { Clos } from "../../../constructs/owned/fabric/clos";
import { leafOf, peerOf, placeOf } from "../../../constructs/owned/fabric/peers";
import {
  type EndRole,
  eachLink,
  eachManagerLink,
  endsOf,
  linkCount,
  type Wiring,
  wire,
} from "../../../constructs/owned/fabric/wiring";
import { anyInput, designed } from "./any-clos";

const tiers = ["hostLeaf", "leafSpine", "spineCore"] as const;

/** Every link as text, both ends with their ports. */
function linksOf(wiring: Wiring): string[] {
  const all: string[] = [];
  for (const tier of tiers) {
    const [lower, upper] = endsOf[tier];
    eachLink(wiring, tier, (a, i, b, j) => all.push(`${lower}${a}:${i} ${upper}${b}:${j}`));
  }
  eachManagerLink(wiring, (a, i, b, j) => all.push(`manager${a}:${i} leaf${b}:${j}`));
  return all;
}

const ends = (wiring: Wiring): string[] => linksOf(wiring).flatMap((link) => link.split(" "));

/** How many devices of a role stand, and how many ports each has. */
const extent = (wiring: Wiring, role: EndRole): readonly [number, number] => {
  const { clos } = wiring;
  if (role === "host") return [wiring.hosts, clos.rails];
  if (role === "manager") return [clos.managerLinks, 1];
  return [{ leaf: wiring.leaves, spine: wiring.spines, core: wiring.cores }[role], clos.ports];
};

const some = fc.tuple(anyInput, fc.double({ min: 0, max: 1, noNaN: true }));
/** A fabric with a part of the hosts it is designed for. */
const partly = (clos: Clos, share: number): Wiring => wire(clos, Math.floor(clos.hosts * share));

describe("any fabric", () => {
  test("has at most one link at a port, and no port beyond a switch's", () => {
    fc.assert(
      fc.property(some, ([input, share]) => {
        const wiring = partly(designed(input), share);
        const all = ends(wiring);
        expect(new Set(all).size).toBe(all.length);
        const beyond = all.filter((end) => {
          const [, role, index, port] = /^(\w+?)(\d+):(\d+)$/.exec(end) ?? [];
          const known = (["host", "manager", "leaf", "spine", "core"] as const).find((each) => each === role);
          const [devices, ports] = known === undefined ? [0, 0] : extent(wiring, known);
          return Number(index) >= devices || Number(port) >= ports;
        });
        expect(beyond).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("has as many links as are counted", () => {
    fc.assert(
      fc.property(some, ([input, share]) => {
        const wiring = partly(designed(input), share);
        expect(linksOf(wiring)).toHaveLength(tiers.reduce((sum, tier) => sum + linkCount(wiring, tier), 0));
      }),
      { numRuns: 60 },
    );
  });

  test("takes NIC r of every host of a unit to one leaf, and another for another rail", () => {
    fc.assert(
      fc.property(some, ([input, share]) => {
        const wiring = partly(designed(input), share);
        const { clos } = wiring;
        const leaves = new Map<string, Set<number>>();
        eachLink(wiring, "hostLeaf", (host, rail, leaf) => {
          const key = `${placeOf(clos, host).unit}/${rail}`;
          leaves.set(key, (leaves.get(key) ?? new Set()).add(leaf));
        });
        expect([...leaves.values()].every((each) => each.size === 1)).toBe(true);
        expect(new Set([...leaves.values()].flatMap((each) => [...each])).size).toBe(leaves.size);
      }),
      { numRuns: 60 },
    );
  });

  test("has equally many links between any two switches that are joined, and to each core from each pod", () => {
    fc.assert(
      fc.property(some, ([input, share]) => {
        const wiring = partly(designed(input), share);
        const { clos } = wiring;
        for (const tier of ["leafSpine", "spineCore"] as const) {
          const pairs = new Map<string, number>();
          const pods = new Map<string, number>();
          eachLink(wiring, tier, (a, _, b) => {
            pairs.set(`${a}/${b}`, (pairs.get(`${a}/${b}`) ?? 0) + 1);
            const pod = `${Math.floor(a / clos.spinesPerPod)}/${b}`;
            pods.set(pod, (pods.get(pod) ?? 0) + 1);
          });
          expect(new Set(pairs.values()).size).toBeLessThanOrEqual(1);
          if (tier !== "spineCore") continue;
          expect(new Set(pods.values()).size).toBeLessThanOrEqual(1);
          // Each core is reached from each pod.
          expect(pods.size).toBe(clos.tiers === 3 ? wiring.pods * wiring.cores : 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("keeps every link it has when hosts come", () => {
    fc.assert(
      fc.property(
        anyInput,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (input, a, b) => {
          const clos = designed(input);
          const grown = new Set(linksOf(partly(clos, Math.max(a, b))));
          expect(linksOf(partly(clos, Math.min(a, b))).filter((link) => !grown.has(link))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("is never below its bounds, and the bound of full units never below that of ports", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const clos = designed(input);
        const [units, ports] = [unitBound(clos), portBound(clos)];
        expect(clos.spines).toBeGreaterThanOrEqual(units.spines);
        expect(clos.cores).toBeGreaterThanOrEqual(Math.ceil((clos.spines * clos.spineUplinks) / clos.ports));
        expect(units.leaves).toBeGreaterThanOrEqual(ports.leaves);
        expect(units.spines).toBeGreaterThanOrEqual(ports.spines);
      }),
    );
  });

  test("answers what is at a port as its links say", () => {
    fc.assert(
      fc.property(some, ([input, share]) => {
        const wiring = partly(designed(input), share);
        const peers = new Map<string, string>();
        for (const link of linksOf(wiring)) {
          const [from = "", to = ""] = link.split(" ");
          peers.set(from, to).set(to, from);
        }
        const wrong: string[] = [];
        for (const role of ["leaf", "spine", "core"] as const) {
          const [devices, ports] = extent(wiring, role);
          for (let index = 0; index < devices; index += 1 + Math.floor(devices / 10)) {
            for (let port = 0; port < ports; port++) {
              const peer = peerOf(wiring, role, index, port);
              const text = peer === undefined ? undefined : `${peer.role}${peer.index}:${peer.port}`;
              if (text !== peers.get(`${role}${index}:${port}`)) wrong.push(`${role}${index}:${port} is not ${text}`);
            }
          }
        }
        expect(wrong).toEqual([]);
        for (let host = 0; host < wiring.hosts; host++) {
          const { index, port } = leafOf(wiring.clos, host, 0);
          expect(`leaf${index}:${port}`).toBe(peers.get(`host${host}:0`));
        }
      }),
      { numRuns: 30 },
    );
  });
});
