import type { OwnedSiteProps } from "siteform";
import { hall, lab, withRack } from "../racks-support";

/** The third case of the acceptance: two loops of eight racks with two CDUs and one, at one site; at another no loop at all for some. */
export function fleet() {
  const fleet = withRack();
  const nvl = hall({ rackType: "nvl72-place", rows: [{ name: "nvl", rows: "r[1-2]", racks: 8 }] });
  const gb = { name: "gb", machine: "gb200-nvl72", count: 16 } as const;
  const rackLayouts = [{ name: "all", hall: "h1", racks: "r[1-2]-[01-08]", entries: [{ name: "gb", pool: "gb" }] }];
  const cdus = (loop: string, ids: string) => ({
    name: `cdus-${loop}`,
    ids,
    kind: "cdu" as const,
    capacityKW: 900,
    loop,
  });
  const site = (coolingTopology: OwnedSiteProps["coolingTopology"]): Partial<OwnedSiteProps> => ({
    halls: [nvl],
    rackLayouts,
    ...(coolingTopology && { coolingTopology }),
  });
  lab(
    fleet,
    "austin",
    site({
      loops: [
        { name: "a", kind: "technology", hall: "h1", racks: "r1-[01-08]" },
        { name: "b", kind: "technology", hall: "h1", racks: "r2-[01-08]" },
      ],
      units: [cdus("a", "cdu-a[1-2]"), cdus("b", "cdu-b1")],
    }),
    gb,
  );
  lab(
    fleet,
    "reno",
    site({
      loops: [{ name: "a", kind: "technology", hall: "h1", racks: "r1-[01-08]" }],
      units: [cdus("a", "cdu-a[1-2]")],
    }),
    gb,
  );
  return fleet;
}

export const expected = [
  "error   sites.austin.coolingTopology.loops.b: the loop b carries 816 kW from 8 racks; with cdu-b1 out nothing is left of 900 kW  [COOL-1]",
  "          → add a CDU, feed them from more boards, or give the loop fewer racks",
  "error   sites.reno.halls.h1: machines in r2-01, r2-02, r2-03 and 5 more of h1 give 816 kW to liquid, and no loop serves their positions  [COOL-1]",
  "          → a loop says which positions it serves, as racks: its loops are a",
];
