import type { Fleet } from "siteform";
import { aks, atlas, aws, azure, azureH100, gke, google, tpus, trainium } from "../support";

/** Names that stand for themselves, and are parts of longer ones in every cloud. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "united-states-east-two", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster(
    "pre-training-of-the-next-generation",
    { pools: [trainium(16, { name: "trainium2-reserved-for-the-first-run" })] },
  );
  google(fleet, "united-states-central-one").addCluster("pre-training-next", {
    network: gke(),
    pools: [tpus(2, { name: "v5p-reserved-for-the-whole-of-next-year" })],
  });
  azure(fleet, "virginia").addCluster("serve", { network: aks(), pools: [azureH100(16, { name: "h100-reserved" })] });
  return fleet;
}
