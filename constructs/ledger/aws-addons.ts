import type { Addon, AwsCluster } from "../model";

/** Rights of an add-on's pods: a role of its own, so that the machines have none of them. */
export interface AddonRole {
  /** The end of the role's name. */
  readonly part: "vpc-cni" | "ebs-csi" | "fsx-csi";
  readonly serviceAccount: string;
  /** A policy that AWS keeps, by its name; without it the builder writes one. */
  readonly managedPolicy?: string;
  /** A key of the user's own, by ARN, with which it encrypts the volumes that it makes. */
  readonly volumeKeyArn?: string;
}

/** An add-on of a cluster, as it is to be. */
export interface PlannedAddon {
  readonly name: string;
  /** Whether it comes before the machines: what each machine needs to be ready, and what becomes active without one. */
  readonly early: boolean;
  readonly version?: string;
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly role?: AddonRole;
}

/**
 * Add-ons that no cluster of this library can do without, in the order in which they come. The agent comes before the network
 * plug-in, which gets its rights through it, and both before the machines: the agent has the network of the host, so that it
 * starts where there is no plug-in yet. Source: Amazon EKS user guide, "IAM roles for Amazon EKS add-ons", "Learn how EKS Pod
 * Identity grants pods access to AWS services".
 */
export const REQUIRED_ADDONS = ["eks-pod-identity-agent", "vpc-cni", "kube-proxy", "coredns"] as const;

/** Add-ons that come with every cluster unless they are switched off. */
export const DEFAULT_ADDONS = ["aws-ebs-csi-driver", "eks-node-monitoring-agent"] as const;

/** The add-on of clusters with file systems of Lustre. Source: Amazon EKS user guide, "AWS add-ons", Amazon FSx CSI driver. */
export const LUSTRE_ADDON = "aws-fsx-csi-driver";

const EARLY: readonly string[] = ["eks-pod-identity-agent", "vpc-cni", "kube-proxy"];

const ROLES: Readonly<Record<string, AddonRole>> = {
  "vpc-cni": { part: "vpc-cni", serviceAccount: "aws-node", managedPolicy: "AmazonEKS_CNI_Policy" },
  "aws-ebs-csi-driver": {
    part: "ebs-csi",
    serviceAccount: "ebs-csi-controller-sa",
    managedPolicy: "service-role/AmazonEBSCSIDriverPolicy",
  },
  // Source: Amazon EKS user guide, "Deploy the FSx for Lustre driver"; what AWS keeps for it, AmazonFSxFullAccess, is all of FSx.
  "aws-fsx-csi-driver": { part: "fsx-csi", serviceAccount: "fsx-csi-controller-sa" },
};

/** The add-ons of a cluster, first those that come before the machines. */
export function addonsOf(
  cluster: Pick<AwsCluster, "addons" | "keys" | "podAddressesPerNode" | "prefixDelegation" | "storage">,
): PlannedAddon[] {
  const chosen: Readonly<Record<string, Addon>> = cluster.addons ?? {};
  const known: readonly string[] = [
    ...REQUIRED_ADDONS,
    ...DEFAULT_ADDONS,
    ...((cluster.storage ?? []).length > 0 ? [LUSTRE_ADDON] : []),
  ];
  const others = Object.keys(chosen)
    .filter((name) => !known.includes(name))
    .sort();
  return [...known, ...others]
    .filter((name) => chosen[name]?.enabled !== false || REQUIRED_ADDONS.some((required) => required === name))
    .map((name): PlannedAddon => {
      const { version, configuration } = chosen[name] ?? {};
      const merged = name === "vpc-cni" ? withAddressTargets(cluster, configuration) : configuration;
      const role = roleOf(name, cluster);
      return {
        name,
        early: EARLY.includes(name),
        ...(version === undefined ? {} : { version }),
        ...(merged === undefined ? {} : { configuration: merged }),
        ...(role === undefined ? {} : { role }),
      };
    });
}

/** The driver of EBS makes volumes with the cluster's key for them, where there is one. */
function roleOf(name: string, { keys }: Pick<AwsCluster, "keys">): AddonRole | undefined {
  const role = ROLES[name];
  if (role?.part !== "ebs-csi" || keys?.volumes === undefined) return role;
  return { ...role, volumeKeyArn: keys.volumes };
}

/** Addresses that a machine keeps for its pods where the author says nothing. */
export const POD_ADDRESSES = 15;
/** A prefix that an interface takes in place of addresses is a /28. */
export const PREFIX_SIZE = 16;
/** Addresses that the plug-in keeps free beside those in use, once more are in use than it keeps anyway. */
const WARM_ADDRESSES = 2;

type AddressOptions = Pick<AwsCluster, "podAddressesPerNode" | "prefixDelegation">;

/**
 * Addresses that one machine takes of its subnet: one for its interface and those that the plug-in keeps for pods, in whole
 * prefixes where it delegates them. Interfaces for EFA only take none.
 */
export function addressesPerMachine({ podAddressesPerNode = POD_ADDRESSES, prefixDelegation }: AddressOptions): number {
  if (prefixDelegation !== true) return 1 + podAddressesPerNode;
  return 1 + PREFIX_SIZE * Math.ceil(podAddressesPerNode / PREFIX_SIZE);
}

/**
 * By default the plug-in keeps a whole interface of addresses free, which is fifty on a large machine: a subnet for thousands of
 * machines would have to be ten times as wide. With a minimum it keeps what the cluster asks for, and asks EC2 for more only when
 * most are in use. Source: amazon-vpc-cni-k8s, README: WARM_ENI_TARGET, WARM_IP_TARGET, MINIMUM_IP_TARGET.
 */
function withAddressTargets(
  { podAddressesPerNode = POD_ADDRESSES, prefixDelegation }: AddressOptions,
  given: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  const env = given?.["env"];
  const own = typeof env === "object" && env !== null ? env : {};
  return {
    ...given,
    env: {
      ...(prefixDelegation === true ? { ENABLE_PREFIX_DELEGATION: "true" } : {}),
      MINIMUM_IP_TARGET: String(podAddressesPerNode),
      WARM_IP_TARGET: String(WARM_ADDRESSES),
      ...own,
    },
  };
}
