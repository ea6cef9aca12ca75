import { Fleet, RemoteState } from "siteform";
import {
  AwsSite,
  bottlerocket,
  capacityBlock,
  kubernetes,
  lustre,
  onDemand,
  onDemandReservation,
  siteBucket,
} from "siteform/aws";

const region = "us-gov-west-1";
const account = "111122223333";
const arn = (service: string, rest: string): string => `arn:aws-us-gov:${service}:${rest}`;
const key = (name: string): string => arn("kms", `${region}:${account}:key/${name}`);

/**
 * GovCloud, whose ARNs are of another partition: everything that names one. The first cluster stands in a VPC without a way out, the
 * second, with roles and keys that exist, in one of its own.
 */
export function awsGov(): Fleet {
  const fleet = new Fleet("case-aws-gov", { state: RemoteState.s3({ bucket: "case-tfstate", region }) });
  const site = new AwsSite(fleet, "gov", {
    account,
    region,
    location: { country: "US", subdivision: "US-OR" },
    assumeRole: { roleArn: arn("iam", `:${account}:role/terraform`) },
    network: {
      cidrs: ["10.16.0.0/16", "100.64.0.0/16"],
      zoneIds: ["usgw1-az1", "usgw1-az2"],
      egress: "none",
      flowLogs: { keyArn: key("flow-logs") },
    },
  });
  site.addBucket("datasets");
  site.addCluster("train", {
    scheduler: kubernetes({ version: "1.34" }),
    access: [{ principalArn: arn("iam", `:${account}:role/platform`), policy: "clusterAdmin" }],
    podIdentities: [
      {
        namespace: "research",
        serviceAccount: "loader",
        policyArns: [arn("iam", ":aws:policy/AmazonS3ReadOnlyAccess"), arn("iam", `:${account}:policy/datasets`)],
      },
    ],
    keys: { volumes: key("volumes") },
    pools: [
      {
        machine: "p5.48xlarge",
        count: 16,
        capacity: onDemandReservation({
          zoneId: "usgw1-az1",
          create: { accept: "I accept that billing starts at once and goes on until the reservation is cancelled" },
        }),
      },
      {
        name: "shared",
        machine: "p5en.48xlarge",
        count: 4,
        capacity: onDemandReservation({
          zoneId: "usgw1-az2",
          reservationGroupArn: arn("resource-groups", `${region}:${account}:group/p5en`),
        }),
      },
    ],
    storage: [
      lustre({
        name: "data",
        zoneId: "usgw1-az1",
        capacityGiB: 9_600,
        throughputPerTiB: 500,
        efa: true,
        links: [siteBucket("datasets", { path: "/datasets", import: ["NEW", "CHANGED", "DELETED"] })],
      }),
    ],
  });
  site.addCluster("serve", {
    network: { cidrs: ["10.20.0.0/16"], zoneIds: ["usgw1-az1", "usgw1-az2"], natGateways: "single" },
    keys: { secrets: key("secrets"), logs: key("logs") },
    roles: {
      cluster: arn("iam", `:${account}:role/eks-cluster`),
      nodes: arn("iam", `:${account}:role/eks-nodes`),
    },
    pools: [
      {
        machine: "p4d.24xlarge",
        count: 2,
        capacity: onDemand({ zoneId: "usgw1-az1" }),
        image: bottlerocket(),
      },
      {
        name: "block",
        machine: "p6-b200.48xlarge",
        count: 8,
        capacity: capacityBlock({
          zoneId: "usgw1-az1",
          reservationId: "cr-0123456789abcdef0",
          start: "2026-12-01T11:30:00Z",
          end: "2026-12-15T11:30:00Z",
        }),
      },
    ],
  });
  return fleet;
}
