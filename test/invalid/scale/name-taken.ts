import { eachRange, type Fleet } from "siteform";
import { atlas, aws, trainium } from "../support";

/** The second cluster of one that is spread has the name of another. */
export function fleet(): Fleet {
  const fleet = atlas();
  const ohio = aws(fleet, "ohio", { stacks: "perCluster" });
  ohio.addCluster("train", {
    network: { cidrs: [eachRange("10.16.0.0/12", 16)] },
    pools: [{ ...trainium(200), perCluster: 100 }],
  });
  ohio.addCluster("train-2", { network: { cidrs: ["10.48.0.0/16"] }, pools: [trainium(4)] });
  return fleet;
}

export const expected = [
  'error   sites.ohio.clusters.train-2: train is spread over 2 clusters, and has the name "train-2" for number 2  [NAME-1]',
  "          → give this cluster another name",
];
