import type { Fleet } from "siteform";
import { onDemand } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** ARNs copied from another region, another account and another partition. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } })
    .addBucket("datasets", { kmsKeyArn: "arn:aws:kms:us-west-2:111122223333:key/1234abcd" })
    .addCluster("train", {
      roles: { nodes: "arn:aws:iam::444455556666:role/eks-nodes" },
      keys: { volumes: "alias/volumes" },
      pools: [trainium(16)],
    });
  aws(fleet, "gov", { region: "us-gov-west-1", network: { cidrs: ["10.17.0.0/16"] } }).addCluster("serve", {
    podIdentities: [
      {
        namespace: "research",
        serviceAccount: "loader",
        policyArns: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
      },
    ],
    pools: [{ machine: "p5.48xlarge", count: 2, capacity: onDemand({ zoneId: "usgw1-az1" }) }],
  });
  return fleet;
}

export const expected = [
  "error   sites.gov.clusters.serve.podIdentities[0].policyArns[0]: arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess is of the partition aws, and us-gov-west-1 of aws-us-gov  [AWS-ROLE-1]",
  '          → it begins with "arn:aws-us-gov:" there',
  "error   sites.ohio.buckets.datasets.kmsKeyArn: the key stands in us-west-2 (aws), and the site in us-east-2 (aws); KMS encrypts in a key's own region  [AWS-KEY-1]",
  "          → name a key of us-east-2",
  'error   sites.ohio.clusters.train.keys.volumes: must be the ARN of a KMS key, such as "arn:aws:kms:us-east-2:111122223333:key/0123abcd-..."; got "alias/volumes"  [SCHEMA]',
  "error   sites.ohio.clusters.train.roles.nodes: arn:aws:iam::444455556666:role/eks-nodes is of the account 444455556666, and the site of 111122223333; a role is passed within its account  [AWS-ROLE-1]",
];
