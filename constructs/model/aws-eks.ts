import { z } from "zod";
import { retentionDays } from "./aws-network";
import { KmsKeyArn } from "./aws-pool";
import { Cidr } from "./cidr";
import { type DeepReadonly, filledList, positiveCount, Text, textLike } from "./primitives";

/** The ARN of a role, in any account and partition. */
export const roleArn = textLike(
  /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  'the ARN of an IAM role such as "arn:aws:iam::111122223333:role/nodes"',
);
const principalArn = textLike(
  /^arn:aws(-[a-z]+)*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
  'the ARN of an IAM role or user such as "arn:aws:iam::111122223333:role/platform-admins"',
);
const policyArn = textLike(
  /^arn:aws(-[a-z]+)*:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/,
  'the ARN of an IAM policy such as "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"',
);
/** A name in Kubernetes: a namespace or a service account. */
const kubernetesName = textLike(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, 'a Kubernetes name such as "kube-system"');

/** Who may use the Kubernetes API, and how far. */
export const AccessEntry = z.strictObject({
  principalArn,
  policy: z.enum(["clusterAdmin", "admin", "edit", "view"]).optional(),
  /** Namespaces that the policy holds in; without them it holds in all. */
  namespaces: filledList(kubernetesName, "must hold at least one namespace; leave it out for all").optional(),
  /** Groups of Kubernetes whose rights the principal has, by role bindings in the cluster. */
  kubernetesGroups: filledList(Text, "must hold at least one group").optional(),
});
export type AccessEntry = z.infer<typeof AccessEntry>;

/** An add-on of EKS. */
export const Addon = z.strictObject({
  enabled: z.boolean().optional(),
  version: textLike(
    /^v\d+\.\d+\.\d+-eksbuild\.\d+$/,
    'a version of an EKS add-on such as "v1.20.4-eksbuild.2"',
  ).optional(),
  /** Its configuration, as its schema has it. */
  configuration: z.record(z.string(), z.unknown()).optional(),
});
export type Addon = z.infer<typeof Addon>;

/** A role for the pods of a service account: one that exists, or one that is made with some policies. */
export const PodIdentity = z.strictObject({
  namespace: kubernetesName,
  serviceAccount: kubernetesName,
  roleArn: roleArn.optional(),
  policyArns: filledList(policyArn, "must hold at least one policy").optional(),
});
export type PodIdentity = z.infer<typeof PodIdentity>;

const machineType = textLike(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'an EC2 instance type such as "m6i.2xlarge"');

/** Machines for what runs beside the accelerators. */
export const SystemNodes = z.strictObject({
  machineTypes: filledList(machineType, "must hold at least one instance type").optional(),
  min: positiveCount("machines").optional(),
  max: positiveCount("machines").optional(),
  diskGiB: positiveCount("GiB").optional(),
  metadataHopLimit: positiveCount("hops").optional(),
});
export type SystemNodes = z.infer<typeof SystemNodes>;

/** Keys of the user's own, in place of those that are made or that AWS keeps. */
export const ClusterKeys = z.strictObject({
  secrets: KmsKeyArn.optional(),
  logs: KmsKeyArn.optional(),
  volumes: KmsKeyArn.optional(),
});
export type ClusterKeys = z.infer<typeof ClusterKeys>;

/** Roles of the user's own, in place of those that are made. */
export const ClusterRoles = z.strictObject({ cluster: roleArn.optional(), nodes: roleArn.optional() });
export type ClusterRoles = z.infer<typeof ClusterRoles>;

/** Sizes of a control plane that is provisioned ahead. */
export const ControlPlaneTier = z.enum(["standard", "tier-xl", "tier-2xl", "tier-4xl"]);

/** What an EKS cluster takes beside its network and its pools. */
export const eksOptions = {
  /** Ranges from which the API is reached over the internet. Without them it is not. */
  publicAccessCidrs: filledList(
    Cidr,
    "must hold at least one IPv4 range; leave it out for a private endpoint",
  ).optional(),
  access: z.array(AccessEntry).optional(),
  creatorIsAdmin: z.boolean().optional(),
  addons: z.record(z.string(), Addon).optional(),
  podIdentities: z.array(PodIdentity).optional(),
  /** Addresses that each machine keeps for its pods. */
  podAddressesPerNode: positiveCount("addresses").optional(),
  prefixDelegation: z.boolean().optional(),
  systemNodes: SystemNodes.optional(),
  keys: ClusterKeys.optional(),
  roles: ClusterRoles.optional(),
  logRetentionDays: retentionDays.optional(),
  support: z.enum(["standard", "extended"]).optional(),
  controlPlaneTier: ControlPlaneTier.optional(),
  deletionProtection: z.boolean().optional(),
  zonalShift: z.boolean().optional(),
};

/** The role that Terraform takes on to work in the account. */
export const AssumeRole = z.strictObject({
  roleArn,
  externalId: textLike(/^[\w+=,.@:/-]{2,1224}$/, "an external id of 2 to 1224 letters, digits and +=,.@:/-").optional(),
  sessionName: textLike(/^[\w+=,.@-]{2,64}$/, "a session name of 2 to 64 letters, digits and +=,.@-").optional(),
});

export type AccessEntryInput = DeepReadonly<z.input<typeof AccessEntry>>;
export type AddonInput = DeepReadonly<z.input<typeof Addon>>;
export type PodIdentityInput = DeepReadonly<z.input<typeof PodIdentity>>;
export type SystemNodesInput = DeepReadonly<z.input<typeof SystemNodes>>;
export type ClusterKeysInput = DeepReadonly<z.input<typeof ClusterKeys>>;
export type ClusterRolesInput = DeepReadonly<z.input<typeof ClusterRoles>>;
export type AssumeRoleInput = DeepReadonly<z.input<typeof AssumeRole>>;
