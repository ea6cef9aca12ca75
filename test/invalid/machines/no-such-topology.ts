import type { Fleet } from "siteform";
import { atlas, gke, google, tpus, untyped } from "../support";

/** Cubes of four chips a side in three dimensions for v5p, seven shapes in two for v6e, and an x for every times. */
export function fleet(): Fleet {
  const fleet = atlas();
  google(fleet, "iowa").addCluster("train", {
    network: gke(0),
    pools: [tpus(2, { name: "flat", topology: "4x6x8" }), tpus(2, { name: "times", topology: untyped("4×4×8") })],
  });
  google(fleet, "ohio", { region: "us-east5", location: { country: "US", subdivision: "US-OH" } }).addCluster("serve", {
    network: gke(1),
    pools: [
      tpus(2, {
        machine: "ct6e-standard-4t",
        topology: "3x3",
        capacity: { kind: "onDemand", zone: "us-east5-b" },
      }),
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.train.pools.flat.topology: ct5p-hightpu-4t has no slices of the topology "4x6x8"  [GCP-TPU-01]',
  "          → 4x4x12 has 192 chips",
  'error   sites.iowa.clusters.train.pools.times.topology: ct5p-hightpu-4t has no slices of the topology "4×4×8"  [GCP-TPU-01]',
  '          → did you mean "4x4x8"?',
  'error   sites.ohio.clusters.serve.pools.tpu-v6e.topology: ct6e-standard-4t has no slices of the topology "3x3"  [GCP-TPU-01]',
  "          → of about 9 chips there are 2x4, 2x2, 4x4",
];
