import type { Fleet } from "siteform";
import { bottlerocket, capacityBlock, customImage } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** An image that EKS does not have for the chip, one of one's own without an id, and a disk that is too small for any. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "virginia", {
    region: "us-east-1",
    network: { cidrs: ["10.17.0.0/16"], accelerators: { "use1-dfw2-az1": "10.17.192.0/18" } },
  }).addCluster("train", {
    pools: [
      {
        machine: "p6e-gb200.36xlarge",
        count: 9,
        image: bottlerocket(),
        capacity: capacityBlock({
          zoneId: "use1-dfw2-az1",
          reservationId: "cr-0123456789abcdef0",
          start: "2026-12-01T11:30:00Z",
          end: "2026-12-02T11:30:00Z",
        }),
      },
    ],
  });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [
      trainium(16, {
        image: customImage({ imageId: "my-image", userData: "#!/bin/sh\n/opt/join\n" }),
        disk: { sizeGiB: 8 },
        taints: [],
        labels: { "kubernetes.io/role": "train" },
      }),
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.ohio.clusters.train.pools.trainium2.disk.sizeGiB: must be a whole number of 20 to 16384 GiB; got 8  [SCHEMA]",
  'error   sites.ohio.clusters.train.pools.trainium2.image.imageId: must be an image id such as "ami-0123456789abcdef0"; got "my-image"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.trainium2.labels["kubernetes.io/role"]: the label "kubernetes.io/role" belongs to Kubernetes and EKS  [AWS-EKS-11]',
  "          → take a key of your own domain",
  "error   sites.virginia.clusters.train.pools.gb200.image: EKS has no Bottlerocket image for p6e-gb200.36xlarge (NVIDIA GB200 on arm64)  [AWS-EKS-06]",
  "          → take al2023(), which has one",
];
