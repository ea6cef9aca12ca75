import { Fleet, RemoteState } from "siteform";
import {
  type AwsPoolProps,
  AwsSite,
  al2023,
  bottlerocket,
  buyCapacityBlock,
  capacityBlock,
  customImage,
  kubernetes,
  lustre,
  onDemand,
  onDemandReservation,
  otherBucket,
  scratchLustre,
  siteBucket,
  spot,
  tieredLustre,
} from "siteform/aws";
import { type AwsMachineType, awsMachines } from "../../constructs/catalog";
import { awsGov } from "./aws-gov";

const indiana = { country: "US", subdivision: "US-IN" } as const;

/** One VPC, one cluster, a pool under each contract. */
function aws(): Fleet {
  const fleet = new Fleet("case-aws", {
    state: RemoteState.s3({ bucket: "case-tfstate", region: "us-east-2", kmsKeyId: "alias/case-tfstate" }),
  });
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: indiana,
    network: {
      cidrs: ["10.16.0.0/16", "10.17.0.0/16"],
      accelerators: { "use2-az1": "10.17.0.0/16" },
      services: "172.20.0.0/16",
    },
  });
  site.addCluster("train", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    pools: [
      { machine: "trn2.48xlarge", count: 256, capacity: onDemandReservation({ zoneId: "use2-az1" }) },
      {
        name: "reserved",
        machine: "p5.48xlarge",
        count: 4,
        capacity: onDemandReservation({ zoneId: "use2-az1", reservationId: "cr-0123456789abcdef0" }),
      },
      {
        name: "block",
        machine: "p5en.48xlarge",
        count: 16,
        capacity: capacityBlock({
          zoneId: "use2-az2",
          reservationId: "cr-0fedcba9876543210",
          start: "2026-12-01T11:30:00Z",
          end: "2026-12-15T11:30:00Z",
        }),
      },
    ],
  });
  site.addCluster("serve", {
    purpose: "inference",
    pools: [
      { name: "spot", machine: "g6e.48xlarge", count: 8, capacity: spot({ zoneId: "use2-az3" }) },
      { machine: "p6-b300.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az3" }) },
    ],
  });
  return fleet;
}

const account = "111122223333";
const block = { start: "2026-12-20T11:30:00Z", end: "2027-02-07T11:30:00Z" };

/** Every machine of the catalogue. UltraServers come in capacity blocks, and p6e-gb200 in the Local Zone of Dallas. */
function awsMachineTypes(): Fleet {
  const fleet = new Fleet("case-aws-machines");
  const pool = (machine: AwsMachineType): AwsPoolProps => {
    const name = machine.replace(".", "-");
    const ultra = awsMachines[machine].ultraServerSizes?.[0];
    const zoneId = machine === "p6e-gb200.36xlarge" ? "use1-dfw2-az1" : "use1-az2";
    return ultra === undefined
      ? { name, machine, count: 2, capacity: onDemand({ zoneId: "use1-az1" }) }
      : {
          name,
          machine,
          count: ultra,
          capacity: capacityBlock({ zoneId, reservationId: reservation(ultra), ...block }),
        };
  };
  new AwsSite(fleet, "virginia", {
    account,
    region: "us-east-1",
    location: { country: "US", subdivision: "US-VA" },
    network: {
      cidrs: ["10.32.0.0/16", "10.33.0.0/16"],
      accelerators: { "use1-dfw2-az1": "10.33.0.0/20" },
      zoneIds: ["use1-az1", "use1-az2"],
    },
  }).addCluster("all", { scheduler: kubernetes({ version: "1.34" }), pools: machineTypes.map(pool) });
  return fleet;
}

const machineTypes = Object.keys(awsMachines) as AwsMachineType[];
const reservation = (number: number): string => `cr-${String(number).padStart(17, "0")}`;

/** Every contract, and what else can be said of a pool. */
function awsContracts(): Fleet {
  const fleet = new Fleet("case-aws-contracts");
  const site = new AwsSite(fleet, "ohio", {
    account,
    region: "us-east-2",
    location: indiana,
    network: { cidrs: ["10.16.0.0/16", "10.17.0.0/16"], accelerators: { "use2-az1": "10.17.0.0/16" } },
    quotas: { nodesPerGroup: 400 },
  });
  const zoneId = "use2-az1";
  const machine = "trn2.48xlarge";
  const zone = "use2-az2";
  site.addCluster("train", {
    scheduler: kubernetes({ version: "1.34" }),
    pools: [
      // 400 + 400 + 100
      { name: "spread", machine, count: 900, capacity: onDemand({ zoneId }) },
      { name: "apart", machine, count: 2, capacity: onDemand({ zoneId, placementGroup: false }) },
      { name: "spot", machine, count: 2, capacity: spot({ zoneId }) },
      { name: "open", machine, count: 2, capacity: onDemandReservation({ zoneId }) },
      {
        name: "by-id",
        machine,
        count: 2,
        capacity: onDemandReservation({ zoneId, reservationId: reservation(1), placementGroupName: "old" }),
      },
      {
        name: "by-group",
        machine,
        count: 2,
        capacity: onDemandReservation({
          zoneId,
          reservationGroupArn: `arn:aws:resource-groups:us-east-2:${account}:group/trn2`,
        }),
      },
      {
        name: "made",
        machine,
        count: 500,
        capacity: onDemandReservation({
          zoneId,
          create: {
            accept: "I accept that billing starts at once and goes on until the reservation is cancelled",
            end: "2027-06-30T23:59:59Z",
          },
        }),
      },
    ],
  });
  site.addCluster("blocks", {
    pools: [
      {
        name: "scheduled",
        machine: "p5en.48xlarge",
        count: 16,
        capacity: capacityBlock({ zoneId: zone, reservationId: reservation(2), ...block }),
      },
      {
        name: "autoscaled",
        machine: "p5en.48xlarge",
        count: 16,
        capacity: capacityBlock({ zoneId: zone, reservationId: reservation(3), ...block, scaling: "autoscaler" }),
      },
      {
        name: "bought",
        machine: "p5en.48xlarge",
        count: 8,
        capacity: buyCapacityBlock({
          zoneId: zone,
          offeringId: "cb-0123456789abcdef0",
          acceptPurchase: "I accept that this purchase is charged upfront and can be neither cancelled nor refunded",
          ...block,
        }),
      },
    ],
  });
  site.addCluster("images", {
    scheduler: kubernetes({ version: "1.34" }),
    pools: [
      {
        name: "pinned",
        machine,
        count: 2,
        capacity: spot({ zoneId }),
        image: al2023({ releaseVersion: "1.34.1-20251120" }),
        disk: {
          sizeGiB: 1000,
          iops: 6000,
          throughputMiBps: 1000,
          kmsKeyArn: `arn:aws:kms:us-east-2:${account}:key/ebs`,
        },
        localStorage: "none",
        labels: { "example.com/team": "pretraining" },
        taints: [],
        updates: { by: "count", maxUnavailable: 4 },
        repair: true,
      },
      {
        name: "bottlerocket",
        machine: "p5.48xlarge",
        count: 2,
        capacity: spot({ zoneId }),
        image: bottlerocket({ releaseVersion: "1.50.0-0123abcd" }),
        taints: [{ key: "example.com/own", effect: "NO_EXECUTE" }],
      },
      {
        name: "custom",
        machine: "g6e.48xlarge",
        count: 2,
        capacity: spot({ zoneId }),
        image: customImage({
          imageId: "ami-0123456789abcdef0",
          userData: "#!/bin/sh\n/opt/join ohio-images\n",
          rootDevice: "/dev/sda1",
        }),
      },
    ],
  });
  return fleet;
}

/** File systems of two types, buckets, links, and what of them is retired. */
function awsStorage(): Fleet {
  const fleet = new Fleet("case-aws-storage");
  const site = new AwsSite(fleet, "ohio", {
    account,
    region: "us-east-2",
    location: indiana,
    network: { cidrs: ["10.16.0.0/16"] },
  });
  site.addBucket("datasets", {
    lifecycle: {
      transition: { days: 90, storageClass: "INTELLIGENT_TIERING" },
      expireNoncurrentDays: 30,
      abortMultipartDays: 3,
    },
  });
  site.addBucket("checkpoints", {
    bucketName: "case-atlas-checkpoints",
    versioning: false,
    kmsKeyArn: `arn:aws:kms:us-east-2:${account}:key/checkpoints`,
  });
  site.addBucket("old", { retired: true });
  const zoneId = "use2-az1";
  site.addCluster("train", {
    pools: [{ machine: "trn2.48xlarge", count: 16, capacity: spot({ zoneId }) }],
    storage: [
      lustre({
        name: "data",
        zoneId,
        capacityGiB: 38_400,
        throughputPerTiB: 125,
        efa: true,
        links: [
          siteBucket("datasets", { path: "/datasets", prefix: "v1", import: ["NEW", "CHANGED", "DELETED"] }),
          siteBucket("checkpoints", { path: "/checkpoints", export: ["NEW", "CHANGED"] }),
          otherBucket("public-corpus", { path: "/corpus" }),
        ],
      }),
      lustre({
        name: "home",
        zoneId,
        capacityGiB: 4_800,
        throughputPerTiB: 250,
        metadataIops: 6_000,
        backupDays: 30,
        kmsKeyArn: `arn:aws:kms:us-east-2:${account}:key/home`,
        rootSquash: "65534:65534",
        maintenance: "7:03:00",
        compression: false,
        logs: false,
      }),
      tieredLustre({ name: "archive", zoneId, throughputMBps: 4_000, metadataIops: 6_000 }),
      scratchLustre({ name: "scratch", zoneId, capacityGiB: 1_200 }),
      scratchLustre({ name: "gone", zoneId, capacityGiB: 1_200, retired: true }),
    ],
  });
  return fleet;
}

/** A VPC without a way out, and everything that a cluster can say about itself. */
function awsPrivate(): Fleet {
  const fleet = new Fleet("case-aws-private", {
    state: RemoteState.s3({ bucket: "case-tfstate", region: "us-east-2" }),
  });
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: indiana,
    protect: false,
    tags: { Owner: "research", "cost-center": "4711" },
    assumeRole: { roleArn: "arn:aws:iam::111122223333:role/terraform", externalId: "atlas", sessionName: "siteform" },
    network: { cidrs: ["10.16.0.0/16"], egress: "none", flowLogs: { retentionDays: 365, traffic: "rejected" } },
  });
  site.addCluster("train", {
    scheduler: kubernetes({ version: "1.34" }),
    access: [
      { principalArn: "arn:aws:iam::111122223333:role/platform", policy: "clusterAdmin" },
      { principalArn: "arn:aws:iam::111122223333:role/research", policy: "edit", namespaces: ["research"] },
      { principalArn: "arn:aws:iam::111122223333:user/audit", kubernetesGroups: ["auditors"] },
    ],
    creatorIsAdmin: false,
    addons: {
      coredns: { version: "v1.12.1-eksbuild.2" },
      "aws-fsx-csi-driver": {},
      "eks-node-monitoring-agent": { enabled: false },
    },
    podIdentities: [
      {
        namespace: "research",
        serviceAccount: "loader",
        policyArns: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
      },
      { namespace: "kueue-system", serviceAccount: "kueue", roleArn: "arn:aws:iam::111122223333:role/kueue" },
    ],
    podAddressesPerNode: 32,
    prefixDelegation: true,
    systemNodes: { machineTypes: ["m7g.2xlarge"], min: 2, max: 4, diskGiB: 200 },
    keys: { volumes: "arn:aws:kms:us-east-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" },
    logRetentionDays: 365,
    support: "standard",
    zonalShift: true,
    pools: [{ machine: "p5.48xlarge", count: 8, capacity: onDemand({ zoneId: "use2-az1" }) }],
  });
  return fleet;
}

/** A foundation that two clusters share, and one cluster with a network of its own. */
function awsPerCluster(): Fleet {
  const fleet = new Fleet("case-aws-per-cluster", {
    state: RemoteState.s3({ bucket: "case-tfstate", region: "us-east-2" }),
  });
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: indiana,
    protect: false,
    stacks: "perCluster",
    network: { cidrs: ["10.16.0.0/16", "10.17.0.0/16"], natGateways: "single" },
  });
  site.addCluster("train", {
    deletionProtection: false,
    controlPlaneTier: "tier-xl",
    pools: [{ machine: "trn2.48xlarge", count: 64, capacity: onDemandReservation({ zoneId: "use2-az1" }) }],
  });
  site.addCluster("serve", {
    pools: [{ machine: "g6e.48xlarge", count: 8, capacity: spot({ zoneId: "use2-az3" }) }],
  });
  site.addCluster("lab", {
    network: { cidrs: ["10.18.0.0/16"], flowLogs: { enabled: false } },
    publicAccessCidrs: ["203.0.113.0/24"],
    pools: [{ machine: "p5.4xlarge", count: 1, capacity: onDemand({ zoneId: "use2-az2" }) }],
  });
  return fleet;
}

export const awsCases = {
  aws,
  "aws-machines": awsMachineTypes,
  "aws-contracts": awsContracts,
  "aws-storage": awsStorage,
  "aws-private": awsPrivate,
  "aws-per-cluster": awsPerCluster,
  "aws-gov": awsGov,
} as const;
