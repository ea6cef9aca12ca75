import type { Fleet } from "siteform";
import { aks, atlas, aws, azure, azureH100, gke, google, tpus } from "../support";

/** An octet above 255, a prefix above 32, an address without a prefix, IPv6. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.300.0.0/16", "fd00:16::/32"] } });
  azure(fleet, "virginia").addCluster("serve", {
    network: { ...aks(), pods: "100.64.0.0/33" },
    pools: [azureH100(16)],
  });
  google(fleet, "iowa").addCluster("train", { network: { ...gke(), services: "10.36.0.0" }, pools: [tpus(1)] });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.train.network.services: must be an IPv4 range such as "10.16.0.0/16"; got "10.36.0.0"  [SCHEMA]',
  'error   sites.ohio.network.cidrs[0]: must be an IPv4 range such as "10.16.0.0/16"; got "10.300.0.0/16"  [SCHEMA]',
  'error   sites.ohio.network.cidrs[1]: must be an IPv4 range such as "10.16.0.0/16"; got "fd00:16::/32"  [SCHEMA]',
  'error   sites.virginia.clusters.serve.network.pods: must be an IPv4 range such as "10.16.0.0/16"; got "100.64.0.0/33"  [SCHEMA]',
];
