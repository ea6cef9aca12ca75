import type { Fleet } from "siteform";
import { atlas, aws, trainium } from "../support";

/** A number in a cluster that is one, a number that is none, and a word. */
export function fleet(): Fleet {
  const fleet = atlas();
  const ohio = aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } });
  ohio.addCluster("train", { retired: [2], pools: [trainium(4)] });
  ohio.addCluster("serve", { retired: [0], pools: [trainium(4)] });
  return fleet;
}

export const expected = [
  "error   sites.ohio.clusters.serve.retired[0]: must be the number of a cluster, 1 for the first; got 0  [SCHEMA]",
  "error   sites.ohio.clusters.train.retired: names clusters by number, and train is not spread: it is one  [SPREAD-1]",
  "          → write retired: true",
];
