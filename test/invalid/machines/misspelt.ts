import type { Fleet } from "siteform";
import {
  aks,
  atlas,
  aws,
  azure,
  azureH100,
  gke,
  google,
  leasedServers,
  leasedSite,
  tpus,
  trainium,
  untyped,
} from "../support";

/** One typing mistake at every site. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [trainium(64, { machine: untyped("trn2.48xlrage") })],
  });
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [tpus(1, { machine: untyped("ct5p-highgpu-4t") })],
  });
  azure(fleet, "virginia").addCluster("serve", {
    network: aks(),
    pools: [azureH100(16, { name: "h100", machine: untyped("Standard_ND96isr_H100") })],
  });
  leasedSite(fleet, "memphis").addCluster("train", { pools: [leasedServers(100, { machine: untyped("DGX H100") })] });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.train.pools.ct5p-highgpu-4t.machine: "ct5p-highgpu-4t" is no machine of Google Cloud that the catalogue knows  [MACHINE-1]',
  '          → did you mean "ct5p-hightpu-4t"?',
  'error   sites.memphis.clusters.train.pools.dgx-h100.machine: "DGX H100" is no machine of data-center hardware that the catalogue knows  [MACHINE-1]',
  '          → did you mean "dgx-h100"?',
  'error   sites.ohio.clusters.train.pools.trn2-48xlrage.machine: "trn2.48xlrage" is no machine of AWS that the catalogue knows  [MACHINE-1]',
  '          → did you mean "trn2.48xlarge"?',
  'error   sites.virginia.clusters.serve.pools.h100.machine: "Standard_ND96isr_H100" is no machine of Azure that the catalogue knows  [MACHINE-1]',
  '          → did you mean "Standard_ND96isr_H100_v5"?',
];
