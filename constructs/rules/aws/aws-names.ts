import { nodeGroupCount, nodeGroupName, quotasOf } from "../../ledger/aws-node-groups";
import { fileSystemName } from "../../ledger/aws-storage";
import {
  clusterName,
  flowLogRole,
  launchTemplateName,
  podRoleName,
  roleName,
  SYSTEM_POOL,
} from "../../ledger/cloud-names";
import { type AwsCluster, type AwsSiteSpec, isExisting } from "../../model";
import type { Report, Rule } from "../rule";
import { awsClusters, awsNetworks, type ClusterAt } from "../walk";

type At = ClusterAt<AwsSiteSpec, AwsCluster>;

/** A name that AWS takes once within a place, and what it is for. */
interface Claim {
  readonly kind: string;
  /** An account, one with a region, or a VPC. */
  readonly within: string;
  readonly name: string;
  readonly path: string;
}

/** Far more than a cluster has node groups: a count may be mistyped. */
const MOST_GROUPS = 1_000;

export const awsNames: Rule = {
  id: "AWS-NAME-1",
  title: "names that are joined from those of sites, clusters, pools and file systems are one thing's each",
  severity: "error",
  structural: true,
  source:
    "Amazon EC2 API reference: a launch template's name is one in an account and region, a security group's in a VPC; IAM user guide: a role's in an account",
  *check(context) {
    const owners = new Map<string, Claim>();
    const seen = new Set<string>();
    const claims = [...awsClusters(context)].flatMap((each) => {
      // Of clusters of one name the rule NAME-1 speaks.
      const cluster = `${each.site.account} ${clusterName(each.site, each.cluster)}`;
      if (seen.has(cluster)) return [];
      seen.add(cluster);
      return [...ofCluster(each)];
    });
    const networks = [...awsNetworks(context)].flatMap(({ site, network, path, clusters }) => {
      if (isExisting(network)) return [];
      const [own] = path.includes(".clusters.") ? clusters : [];
      const name = own === undefined ? site.name : clusterName(site, own);
      return [
        ...(network.flowLogs?.enabled === false ? [] : [role(site, flowLogRole(name), path)]),
        ...(network.egress === "none" ? [group(path, `${name}-endpoints`, path)] : []),
      ];
    });
    for (const claim of [...networks, ...claims]) yield* clash(owners, claim);
  },
};

function* clash(owners: Map<string, Claim>, claim: Claim): Generator<Report> {
  const { kind, within, name, path } = claim;
  const key = `${kind} ${within} ${name}`;
  const first = owners.get(key);
  if (first === undefined) owners.set(key, claim);
  else if (first.path !== path) {
    yield {
      path,
      observed: name,
      message: `the ${kind} of ${path} is named ${JSON.stringify(name)}, as is that of ${first.path}`,
      hint: "rename one of the two",
    };
  }
}

const role = ({ account }: AwsSiteSpec, name: string, path: string): Claim => ({
  kind: "IAM role",
  within: account,
  name,
  path,
});

const group = (network: string, name: string, path: string): Claim => ({
  kind: "security group",
  within: network,
  name,
  path,
});

function* ofCluster({ site, cluster, path }: At): Generator<Claim> {
  const network = vpcOf(site, cluster, path);
  const region = `${site.account} ${site.region}`;
  const template = (pool: string, at: string): Claim => ({
    kind: "launch template",
    within: region,
    name: launchTemplateName(site, cluster, { name: pool }),
    path: at,
  });
  for (const part of ["cluster", "nodes", "vpc-cni", "ebs-csi", "fsx-csi"] as const)
    yield role(site, roleName(site, cluster, part), path);
  for (const [index, { namespace, serviceAccount, policyArns }] of (cluster.podIdentities ?? []).entries()) {
    if (policyArns === undefined) continue;
    yield role(site, podRoleName(site, cluster, namespace, serviceAccount), `${path}.podIdentities[${index}]`);
  }
  yield template(SYSTEM_POOL, path);
  for (const pool of cluster.pools) {
    const reserved = pool.capacity.kind === "onDemandReservation" && pool.capacity.create !== undefined;
    // Groups share a template, unless each has a reservation of its own.
    const groups = reserved ? Math.min(nodeGroupCount(pool, quotasOf(site, cluster)), MOST_GROUPS) : 1;
    for (let number = 1; number <= groups; number++)
      yield template(nodeGroupName(pool.name, number), `${path}.pools.${pool.name}`);
  }
  yield group(network, `${clusterName(site, cluster)}-accelerators`, path);
  for (const fileSystem of cluster.storage ?? [])
    yield group(network, fileSystemName(site, cluster, fileSystem), `${path}.storage.${fileSystem.name}`);
}

/** A VPC that exists may be named by several clusters. */
function vpcOf(site: AwsSiteSpec, cluster: AwsCluster, path: string): string {
  const network = cluster.network ?? site.network;
  if (network !== undefined && isExisting(network)) return network.vpcId;
  return cluster.network === undefined ? `sites.${site.name}.network` : `${path}.network`;
}
