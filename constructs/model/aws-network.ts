import { z } from "zod";
import { AwsZoneId } from "./aws-capacity";
import { KmsKeyArn } from "./aws-pool";
import { Cidr } from "./cidr";
import { type DeepReadonly, filledList, textLike } from "./primitives";
import { show } from "./show";

const vpcId = textLike(/^vpc-[0-9a-f]{8,17}$/, 'a VPC id such as "vpc-0123456789abcdef0"');
const subnetId = textLike(/^subnet-[0-9a-f]{8,17}$/, 'a subnet id such as "subnet-0123456789abcdef0"');

const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Days that CloudWatch keeps a log group. Source: CloudWatch Logs API reference, PutRetentionPolicy. */
export const retentionDays = z.literal(RETENTIONS, {
  error: (issue) =>
    `must be a number of days that CloudWatch Logs knows (${RETENTIONS.join(", ")}); got ${show(issue.input)}`,
});

/** What is logged of the traffic of a VPC. */
export const FlowLogs = z.strictObject({
  enabled: z.boolean().optional(),
  retentionDays: retentionDays.optional(),
  traffic: z.enum(["all", "accepted", "rejected"]).optional(),
  /** A key of the user's own. Its policy must let CloudWatch Logs use it. */
  keyArn: KmsKeyArn.optional(),
});
export type FlowLogs = z.infer<typeof FlowLogs>;

/** Ranges and services that every network states, whoever made it. */
const ranges = {
  /** The ranges of the VPC. */
  cidrs: filledList(Cidr, "must hold at least one IPv4 range"),
  /** The range of the Kubernetes services of a cluster. */
  services: Cidr.optional(),
};

/** A VPC that the site, or a cluster of it, makes. */
export const AwsOwnNetwork = z.strictObject({
  kind: z.literal("own").optional(),
  ...ranges,
  /** The range of the accelerator subnet of a zone. Default: the upper half of the first range for the first zone, then a range each. */
  accelerators: z.record(AwsZoneId, Cidr).optional(),
  /**
   * Zones of the control plane and the system machines, at least two. The place of a zone decides its ranges: add one at the end, and
   * never change the order.
   */
  zoneIds: filledList(AwsZoneId, "must hold at least two zone ids: EKS needs subnets in two zones", 2).optional(),
  /** How what is inside reaches what is outside. */
  egress: z.enum(["nat", "none"]).optional(),
  natGateways: z.enum(["perZone", "single"]).optional(),
  flowLogs: FlowLogs.optional(),
});
export type AwsOwnNetwork = z.infer<typeof AwsOwnNetwork>;

/** A VPC that somebody else made, with its subnets by zone id. */
export const AwsExistingNetwork = z.strictObject({
  kind: z.literal("existing"),
  vpcId,
  ...ranges,
  /** Subnets of the control plane and the system machines, by zone id. */
  systemSubnets: z.record(AwsZoneId, subnetId),
  /** Subnets of the accelerators, by zone id. */
  acceleratorSubnets: z.record(AwsZoneId, subnetId),
});
export type AwsExistingNetwork = z.infer<typeof AwsExistingNetwork>;

/** The VPC of a site or of a cluster. */
export const AwsNetwork = z.discriminatedUnion("kind", [AwsOwnNetwork, AwsExistingNetwork]);
export type AwsNetwork = z.infer<typeof AwsNetwork>;
/** A network as one writes it. */
export type AwsNetworkInput = DeepReadonly<z.input<typeof AwsNetwork>>;
/** A network that exists, as one writes it. */
export type AwsExistingNetworkInput = DeepReadonly<z.input<typeof AwsExistingNetwork>>;

/** Whether a network is one that somebody else made. */
export const isExisting = (network: AwsNetwork): network is AwsExistingNetwork => network.kind === "existing";
