import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** Three generators of which two are too small for what must live, and a UPS that is empty before they have started. */
export function fleet(): Fleet {
  const fleet = atlas();
  const plant = (controlKW: number, rideThroughSeconds: number) => ({
    nodes: [
      { id: "grid", kind: "utility" as const },
      { id: "gen-[1-3]", kind: "generator" as const, ratedKW: 500, startSeconds: 20 },
      { id: "plant", kind: "switchgear" as const, parents: ["gen-[1-3]"], transfer: "equalShare" as const },
      { id: "main", kind: "switchgear" as const, parents: ["grid", "plant"], transfer: "staticTransfer" as const },
      { id: "ups-[1-2]", kind: "ups" as const, parents: ["main"], rideThroughSeconds, side: "A" },
    ],
    loads: [
      {
        id: "control",
        kind: "control" as const,
        powerKW: controlKW,
        feeds: ["ups-1", "ups-2"],
        survival: "none" as const,
        onBackup: true,
      },
      { id: "training", kind: "it" as const, powerKW: 5000, feeds: ["ups-1"] },
    ],
  });
  ownedSite(fleet, "abilene", { powerTopology: plant(1200, 30) });
  ownedSite(fleet, "lab", {
    powerTopology: plant(900, 10),
    utilities: [
      {
        name: "grid",
        utility: "the utility",
        gridOperator: "other",
        gridOperatorName: "TenneT",
        firmMW: 8,
        basis: "contract",
        source: "the service agreement",
        bess: { powerMW: 2, energyMWh: 1 },
        loadRampMW: 3,
      },
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.powerTopology: with the grid lost and gen-1 out (and 2 others alike) gen-2 is to carry 600 kW of 500 kW; control goes dark  [PWR-9]",
  "          → add a generator, or say which loads are shed: onBackup: false",
  "error   sites.lab.powerTopology.nodes.ups-[1-2].rideThroughSeconds: ups-[1-2] rides through 10 s; a generator above it takes 20 s to start  [PWR-9]",
  "error   sites.lab.utilities.grid.bess.powerMW: the load may step by 3 MW; the batteries take up 2 MW of it  [PWR-9]",
  "          → cap the ramp of the load, or enlarge the batteries",
];
