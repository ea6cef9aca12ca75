import type { Fleet } from "siteform";
import { onDemand } from "siteform/google";
import { atlas, gke, google, tpus, untyped } from "../support";

/** The size of a slice as a product's name has it, as a number alone, and its sides in another order. */
export function fleet(): Fleet {
  const fleet = atlas();
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [tpus(2, { name: "cores", topology: untyped("v5p-128") }), tpus(2, { name: "sides", topology: "8x4x4" })],
  });
  google(fleet, "ohio", { region: "us-east5" }).addCluster("serve", {
    network: gke(1),
    pools: [
      tpus(1, {
        name: "v6e",
        machine: "ct6e-standard-4t",
        topology: untyped("64"),
        capacity: onDemand({ zone: "us-east5-a" }),
      }),
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.train.pools.cores.topology: "v5p-128" is the name of a product, a slice of 64 chips, and not a topology  [GCP-TPU-07]',
  "          → 4x4x4 has 64 chips",
  'error   sites.iowa.clusters.train.pools.sides.topology: ct5p-hightpu-4t has no slices of the topology "8x4x4"  [GCP-TPU-01]',
  "          → 4x4x8 has 128 chips",
  'error   sites.ohio.clusters.serve.pools.v6e.topology: "64" says neither what it counts, cores or chips, nor how they are wired  [GCP-TPU-07]',
  "          → 8x8 has 64 chips",
];
