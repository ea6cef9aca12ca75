import type { Fleet } from "siteform";
import { aks, atlas, aws, azure, azureH100, gke, google, tpus, trainium } from "../support";

/** Names that stand for themselves, and are parts of longer ones in every cloud. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "united-states-east-two", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster(
    "pre-training-of-the-next-generation",
    { pools: [trainium(16, { name: "trainium2-reserved-for-the-second-run" })] },
  );
  google(fleet, "united-states-central-one").addCluster("pre-training-next", {
    network: gke(),
    pools: [tpus(2, { name: "v5p-reserved-for-the-whole-of-next-year" })],
  });
  azure(fleet, "virginia").addCluster("serve", { network: aks(), pools: [azureH100(16, { name: "h100-reserved" })] });
  return fleet;
}

export const expected = [
  'error   sites.united-states-central-one.clusters.pre-training-next: the name of the GKE cluster, "united-states-central-one-pre-training-next", has 43 characters; at most 40 are allowed  [NAME-2]',
  "          → shorten the names it is made of by 3",
  'error   sites.united-states-central-one.clusters.pre-training-next.pools.v5p-reserved-for-the-whole-of-next-year: the name of the GKE node pool, "v5p-reserved-for-the-whole-of-next-year-001", has 43 characters; at most 40 are allowed  [NAME-2]',
  "          → shorten the names it is made of by 3",
  'error   sites.united-states-east-two.clusters.pre-training-of-the-next-generation: the name of the IAM role, "united-states-east-two-pre-training-of-the-next-generation-cluster", has 66 characters; at most 64 are allowed  [NAME-2]',
  "          → shorten the names it is made of by 2",
  'error   sites.united-states-east-two.clusters.pre-training-of-the-next-generation.pools.trainium2-reserved-for-the-second-run: the name of the EKS node group up to its last hyphen, "trainium2-reserved-for-the-second-run-", has 38 characters; at most 37 are allowed  [NAME-2]',
  "          → shorten the names it is made of by 1",
  'error   sites.virginia.clusters.serve.pools.h100-reserved: the name of the AKS node pool, "h100-reserved", has 13 characters; at most 12 are allowed  [NAME-2]',
  "          → shorten the names it is made of by 1",
  'error   sites.virginia.clusters.serve.pools.h100-reserved: the name of the AKS node pool, "h100-reserved", must be lower-case letters and digits, a letter first  [NAME-2]',
  '          → for example "h100reserved"',
];
