import type { Fleet } from "siteform";
import { aks, atlas, azure, azureH100, gke, google, tpus } from "../support";

/** Every cluster has a pool named "system" already; and a name of a Google Cloud cluster begins with a letter. */
export function fleet(): Fleet {
  const fleet = atlas();
  google(fleet, "3rd-site").addCluster("train", {
    network: gke(),
    pools: [tpus(1, { name: "system", topology: "2x2x1" })],
  });
  azure(fleet, "virginia").addCluster("serve", { network: aks(), pools: [azureH100(16, { name: "system" })] });
  return fleet;
}

export const expected = [
  'error   sites.3rd-site.clusters.train: the name of the GKE cluster, "3rd-site-train", must begin with a letter  [NAME-2]',
  'error   sites.3rd-site.clusters.train.pools.system: the name "system" belongs to the pool that every cluster has for what runs beside the accelerators  [NAME-2]',
  "          → name the pool after its accelerator",
  'error   sites.virginia.clusters.serve.pools.system: the name "system" belongs to the pool that every cluster has for what runs beside the accelerators  [NAME-2]',
  "          → name the pool after its accelerator",
];
