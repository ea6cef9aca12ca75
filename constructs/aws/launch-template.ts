import type { LaunchTemplateBlockDeviceMappings, LaunchTemplateConfig } from "@cdktf/provider-aws/lib/launch-template";
import type { Machine } from "../catalog";
import { userDataOf } from "../ledger/aws-user-data";
import { type AwsPool, isCapacityBlock } from "../model";
import { networkInterfaces } from "./efa";

/** Where the machines of a template come from, as the ids that its contract amounts to. */
export interface LaunchSource {
  readonly reservationId?: string;
  readonly reservationGroupArn?: string;
  readonly placementGroupName?: string;
}

/** What a launch template is made of. */
export interface TemplateGround {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly securityGroups: readonly string[];
  readonly source: LaunchSource;
  /** The cluster's key for volumes, where the pool names none. */
  readonly volumeKeyArn?: string | undefined;
}

/**
 * A template for managed node groups. What EKS refuses in one stays out: a subnet, an instance profile, security groups beside
 * the interfaces' own, a shutdown behaviour. Source: Amazon EKS user guide, customizing managed nodes with launch templates.
 */
export function launchTemplate(pool: AwsPool, machine: Machine, ground: TemplateGround): LaunchTemplateConfig {
  const { name, tags, securityGroups, source } = ground;
  const userData = userDataOf(pool, machine);
  return {
    name,
    updateDefaultVersion: true,
    // A capacity block wants the type here; then the node group must not name it again.
    ...(isCapacityBlock(pool.capacity) ? { instanceType: machine.type } : {}),
    ...(pool.image?.kind === "custom" ? { imageId: pool.image.imageId } : {}),
    ...(userData === undefined ? {} : { userData: Buffer.from(userData, "utf8").toString("base64") }),
    blockDeviceMappings: disks(pool, ground.volumeKeyArn),
    // Two hops: pods that are not in the host's network reach the service too.
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 2 },
    networkInterfaces: networkInterfaces(machine, securityGroups),
    // Tags of a node group reach neither its machines nor their disks and interfaces.
    tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
      resourceType,
      tags: { ...tags, Name: name },
    })),
    ...(source.placementGroupName === undefined ? {} : { placement: { groupName: source.placementGroupName } }),
    ...market(pool, source),
  };
}

function market({ capacity }: AwsPool, source: LaunchSource): Partial<LaunchTemplateConfig> {
  const { reservationId, reservationGroupArn } = source;
  const target =
    reservationId === undefined
      ? { capacityReservationResourceGroupArn: reservationGroupArn }
      : { capacityReservationId: reservationId };
  if (isCapacityBlock(capacity)) {
    return {
      instanceMarketOptions: { marketType: "capacity-block" },
      capacityReservationSpecification: { capacityReservationTarget: target },
    };
  }
  if (capacity.kind !== "onDemandReservation") return {};
  const named = reservationId !== undefined || reservationGroupArn !== undefined;
  return {
    capacityReservationSpecification: named
      ? { capacityReservationTarget: target }
      : { capacityReservationPreference: "open" },
  };
}

/** The root disk: what an image of Amazon Linux starts from, the second of the two disks of Bottlerocket. */
function disks(pool: AwsPool, volumeKeyArn: string | undefined): LaunchTemplateBlockDeviceMappings[] {
  const { sizeGiB = 500, iops, throughputMiBps: throughput, kmsKeyArn: kmsKeyId = volumeKeyArn } = pool.disk ?? {};
  const encrypted = {
    volumeType: "gp3",
    encrypted: "true",
    deleteOnTermination: "true",
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  };
  const data = {
    ...encrypted,
    volumeSize: sizeGiB,
    ...(iops === undefined ? {} : { iops }),
    ...(throughput === undefined ? {} : { throughput }),
  };
  if (pool.image?.kind === "bottlerocket") {
    return [
      { deviceName: "/dev/xvda", ebs: encrypted },
      { deviceName: "/dev/xvdb", ebs: data },
    ];
  }
  const root = pool.image?.kind === "custom" ? pool.image.rootDevice : undefined;
  return [{ deviceName: root ?? "/dev/xvda", ebs: data }];
}
