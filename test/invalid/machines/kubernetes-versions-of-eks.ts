import type { Fleet } from "siteform";
import { al2023, capacityBlock, kubernetes } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** A patch version; one before GB200; an image for another version; a network plug-in before EFA-only interfaces. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    scheduler: kubernetes({ version: "1.34.1" }),
    addons: { "vpc-cni": { version: "v1.18.4-eksbuild.1" } },
    pools: [trainium(16)],
  });
  aws(fleet, "virginia", {
    region: "us-east-1",
    network: { cidrs: ["10.17.0.0/16"], accelerators: { "use1-dfw2-az1": "10.17.192.0/18" } },
  }).addCluster("train", {
    scheduler: kubernetes({ version: "1.32" }),
    pools: [
      {
        machine: "p6e-gb200.36xlarge",
        count: 18,
        image: al2023({ releaseVersion: "1.34.1-20251120" }),
        capacity: capacityBlock({
          zoneId: "use1-dfw2-az1",
          reservationId: "cr-0123456789abcdef0",
          start: "2026-12-01T11:30:00Z",
          end: "2026-12-02T11:30:00Z",
        }),
      },
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.ohio.clusters.train.addons.vpc-cni.version: vpc-cni knows EFA-only interfaces since 1.18.5, and the machines of "trainium2" have them; got "v1.18.4-eksbuild.1"  [AWS-EKS-17]',
  "          → take a later version, or leave it out for EKS's default",
  'error   sites.ohio.clusters.train.scheduler.version: EKS takes a minor version of Kubernetes and chooses the patch itself; got "1.34.1"  [AWS-EKS-18]',
  '          → write "1.34"',
  "error   sites.virginia.clusters.train.pools.gb200.image.releaseVersion: the release 1.34.1-20251120 is for Kubernetes 1.34; the cluster has 1.32, and its machines follow it  [AWS-EKS-10]",
  "          → take a release for the cluster's version, or none",
  'error   sites.virginia.clusters.train.scheduler.version: GB200 (pool "gb200") needs Kubernetes 1.33 or later; got "1.32"  [AWS-EKS-16]',
  '          → write "1.33" or later, or leave the version out for EKS\'s default',
];
