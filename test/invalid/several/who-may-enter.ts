import type { Fleet } from "siteform";
import { atlas, aws, trainium, untyped } from "../support";

/** Access for the machines' own role, for a policy by its long name and twice for one role; an add-on that nothing works without. */
export function fleet(): Fleet {
  const fleet = atlas();
  const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    access: [
      { principalArn: role("ohio-train-nodes"), policy: "view" },
      { principalArn: role("platform"), policy: untyped("AmazonEKSClusterAdminPolicy") },
      { principalArn: role("research"), policy: "edit" },
      { principalArn: role("research"), policy: "view", namespaces: ["serve"] },
    ],
    pools: [trainium(16)],
  });
  aws(fleet, "indiana", { network: { cidrs: ["10.17.0.0/16"] } }).addCluster("train", {
    addons: { coredns: { enabled: false } },
    podIdentities: [{ namespace: "research", serviceAccount: "loader" }],
    systemNodes: { min: 1 },
    pools: [trainium(16)],
  });
  return fleet;
}

export const expected = [
  "error   sites.indiana.clusters.train.addons.coredns.enabled: coredns cannot be switched off: without it no machine becomes ready, no name is found, or no add-on gets its rights  [AWS-EKS-14]",
  "error   sites.indiana.clusters.train.podIdentities[0]: the service account loader needs either roleArn, a role that exists, or policyArns, for one that is made  [AWS-EKS-15]",
  "error   sites.indiana.clusters.train.systemNodes.min: at least 2 system machines keep CoreDNS up while one is replaced; got 1  [AWS-EKS-09]",
  "error   sites.ohio.clusters.train.access[0].principalArn: arn:aws:iam::111122223333:role/ohio-train-nodes is the role of the machines of train, for which EKS itself makes an access entry  [AWS-EKS-05]",
  "          → take the entry out: machines join without it",
  'error   sites.ohio.clusters.train.access[1].policy: must be one of "clusterAdmin", "admin", "edit", "view"; got "AmazonEKSClusterAdminPolicy"  [SCHEMA]',
  "error   sites.ohio.clusters.train.access[3].principalArn: arn:aws:iam::111122223333:role/research has an entry already; EKS takes one for each principal  [AWS-EKS-13]",
  "          → put what it may do into one entry",
];
