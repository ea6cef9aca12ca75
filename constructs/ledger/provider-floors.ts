import type { AwsCluster, AzureCluster } from "../model";

/** An option that some version of a provider was the first to know, and where it is used. */
export interface ProviderNeed {
  /** The option, as a user writes it. */
  readonly option: string;
  /** The argument that it becomes. */
  readonly argument: string;
  /** The first version that knows the argument: `6.23.0`. */
  readonly since: string;
}

/** Versions of one provider: the lowest that every stack takes, and the first that none does. */
export interface ProviderRange {
  readonly floor: string;
  readonly below: string;
}

/** Only arguments that the floor knows are written, unless a `ProviderNeed` raises it for the stack that has the need. */
export const AWS_VERSIONS: ProviderRange = { floor: "5.100", below: "7" };

/** What of a cluster asks for a later provider. Source: CHANGELOG.md of hashicorp/terraform-provider-aws. */
const awsNeeds: readonly (ProviderNeed & { readonly used: (cluster: AwsCluster) => boolean })[] = [
  {
    option: "deletionProtection",
    argument: "aws_eks_cluster.deletion_protection",
    since: "6.9.0",
    used: (cluster) => cluster.deletionProtection !== undefined,
  },
  {
    option: "controlPlaneTier",
    argument: "aws_eks_cluster.control_plane_scaling_config",
    since: "6.23.0",
    used: (cluster) => cluster.controlPlaneTier !== undefined,
  },
];

/** What a cluster on AWS asks of the provider, beyond its floor. */
export const awsNeedsOf = (cluster: AwsCluster): readonly ProviderNeed[] =>
  awsNeeds.filter(({ used }) => used(cluster));

/** The versions of the AWS provider that a stack with these clusters takes, as Terraform writes them. */
export const awsProviderRange = (clusters: readonly AwsCluster[]): string =>
  rangeFor(AWS_VERSIONS, clusters.flatMap(awsNeedsOf));

/** The same of the provider for Azure; its bindings pin 4.55.0. */
export const AZURERM_VERSIONS: ProviderRange = { floor: "4.55", below: "5" };

/** What of a cluster asks for a later provider. Source: CHANGELOG.md of hashicorp/terraform-provider-azurerm. */
const azureNeeds: readonly (ProviderNeed & { readonly used: (cluster: AzureCluster) => boolean })[] = [
  {
    option: 'osSku: "Ubuntu2404"',
    argument: "azurerm_kubernetes_cluster_node_pool.os_sku",
    since: "4.67.0",
    used: ({ pools }) => pools.some(({ osSku }) => osSku === "Ubuntu2404"),
  },
];

/** What a cluster on Azure asks of the provider, beyond its floor. */
export const azureNeedsOf = (cluster: AzureCluster): readonly ProviderNeed[] =>
  azureNeeds.filter(({ used }) => used(cluster));

/** The versions of the Azure provider that a stack with these clusters takes, as Terraform writes them. */
export const azurermProviderRange = (clusters: readonly AzureCluster[]): string =>
  rangeFor(AZURERM_VERSIONS, clusters.flatMap(azureNeedsOf));

/** The range that some needs leave: `>= 6.23.0, < 7`. */
export function rangeFor({ floor, below }: ProviderRange, needs: readonly ProviderNeed[]): string {
  const highest = needs.reduce((least, { since }) => (compareVersions(since, least) > 0 ? since : least), floor);
  return `>= ${highest}, < ${below}`;
}

/** Negative, zero or positive, as the first version is earlier than, the same as, or later than the second. */
export function compareVersions(a: string, b: string): number {
  const numbers = (version: string) => version.split(".").map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let place = 0; place < Math.max(left.length, right.length); place++) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
