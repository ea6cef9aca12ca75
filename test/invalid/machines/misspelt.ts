import type { Fleet } from "siteform";
import { aks, atlas, aws, azure, azureH100, gke, google, leasedServers, leasedSite, tpus, trainium, untyped } from "../support";

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
