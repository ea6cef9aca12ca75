import type { Fleet } from "siteform";
import { aks, atlas, aws, azure, azureH100, trainium } from "../support";

/** Ranges that begin in their middle, as one copies them from an interface. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.3.7/16"] } }).addCluster("train", { pools: [trainium(64)] });
  azure(fleet, "virginia").addCluster("serve", {
    network: { ...aks(), nodes: "10.48.0.1/20" },
    pools: [azureH100(16)],
  });
  return fleet;
}

export const expected = [
  "error   sites.ohio.network.cidrs[0]: 10.16.3.7/16 is an address inside a range, not a range: its host bits are not zero  [ADDR-1]",
  '          → did you mean "10.16.0.0/16"?',
  "error   sites.virginia.clusters.serve.network.nodes: 10.48.0.1/20 is an address inside a range, not a range: its host bits are not zero  [ADDR-1]",
  '          → did you mean "10.48.0.0/20"?',
];
