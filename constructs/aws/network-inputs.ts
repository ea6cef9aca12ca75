/** What a cluster needs of a VPC, whoever made it: this stack, the site's foundation before it, or somebody else. */
export interface AwsNetworkInputs {
  readonly vpcId: string;
  /** Ranges of the VPC. */
  readonly cidrs: readonly string[];
  /** Subnets of the control plane and the system machines, by zone id. */
  readonly systemSubnetIds: Readonly<Record<string, string>>;
  /** What lets machines reach the services that they need, where this stack makes it: it comes before them and goes after them. */
  readonly wayOut: readonly { readonly fqn: string }[];
  /** The subnet of the accelerators in a zone. The rules have made sure that there is one. */
  acceleratorSubnetId(zoneId: string): string;
}

/** The id for a zone, of those that are there. */
export function subnetIn(zoneId: string, subnetIds: Readonly<Record<string, string>>): string {
  const id = subnetIds[zoneId];
  if (id === undefined) throw new Error(`the rules let ${zoneId} pass without a subnet for accelerators`);
  return id;
}
