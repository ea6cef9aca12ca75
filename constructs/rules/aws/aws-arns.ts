import { partitionOf } from "../../catalog";
import type { AwsCluster, AwsSiteSpec } from "../../model";
import { isExisting } from "../../model";
import type { Report, Rule } from "../rule";
import { awsClusters, awsNetworks, awsSites } from "../walk";

/** An ARN that a user gives, and where. */
interface Given {
  readonly path: string;
  readonly arn: string | undefined;
}

export const awsKeys: Rule = {
  id: "AWS-KEY-1",
  title: "a key stands in the region and the partition of what it encrypts",
  severity: "error",
  source: "AWS KMS developer guide: a key serves its own region; ARNs name the partition",
  *check(context) {
    for (const { site, path } of awsSites(context)) {
      for (const { name, kmsKeyArn } of site.buckets ?? [])
        yield* foreignKey(site, `${path}.buckets.${name}.kmsKeyArn`, kmsKeyArn);
    }
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const { path: place, arn } of keysOf(cluster, path)) yield* foreignKey(site, place, arn);
    }
    for (const { site, network, path } of awsNetworks(context)) {
      if (!isExisting(network)) yield* foreignKey(site, `${path}.flowLogs.keyArn`, network.flowLogs?.keyArn);
    }
  },
};

const keysOf = ({ keys, pools, storage = [] }: AwsCluster, path: string): Given[] => [
  { path: `${path}.keys.secrets`, arn: keys?.secrets },
  { path: `${path}.keys.logs`, arn: keys?.logs },
  { path: `${path}.keys.volumes`, arn: keys?.volumes },
  ...pools.map((pool) => ({ path: `${path}.pools.${pool.name}.disk.kmsKeyArn`, arn: pool.disk?.kmsKeyArn })),
  ...storage.map((each) => ({
    path: `${path}.storage.${each.name}.kmsKeyArn`,
    arn: each.type === "scratch" ? undefined : each.kmsKeyArn,
  })),
];

function* foreignKey(site: AwsSiteSpec, path: string, arn: string | undefined): Generator<Report> {
  if (arn === undefined) return;
  const [, partition, , region] = arn.split(":");
  const wanted = partitionOf(site.region);
  if (partition === wanted && region === site.region) return;
  yield {
    path,
    observed: `${partition}, ${region}`,
    limit: `${wanted}, ${site.region}`,
    message: `the key stands in ${region} (${partition}), and the site in ${site.region} (${wanted}); KMS encrypts in a key's own region`,
    hint: `name a key of ${site.region}`,
  };
}

export const awsRoles: Rule = {
  id: "AWS-ROLE-1",
  title:
    "roles of the control plane, the machines and pods, and their policies, are of the site's account, and all of its partition",
  severity: "error",
  source:
    "IAM user guide, passing a role to a service: the role is of the account that passes it; ARNs name the partition",
  *check(context) {
    for (const { site, path } of awsSites(context)) {
      yield* foreignRole(site, `${path}.assumeRole.roleArn`, site.assumeRole?.roleArn, false);
    }
    for (const { site, cluster, path } of awsClusters(context)) {
      yield* foreignRole(site, `${path}.roles.cluster`, cluster.roles?.cluster, true);
      yield* foreignRole(site, `${path}.roles.nodes`, cluster.roles?.nodes, true);
      for (const [index, { roleArn, policyArns }] of (cluster.podIdentities ?? []).entries()) {
        const place = `${path}.podIdentities[${index}]`;
        yield* foreignRole(site, `${place}.roleArn`, roleArn, true);
        for (const [number, policy] of (policyArns ?? []).entries())
          yield* foreignRole(site, `${place}.policyArns[${number}]`, policy, true);
      }
      for (const [index, { principalArn }] of (cluster.access ?? []).entries())
        yield* foreignRole(site, `${path}.access[${index}].principalArn`, principalArn, false);
    }
  },
};

/** What stands for the account in the ARN of a policy that AWS keeps. */
const AWS_MANAGED = "aws";

function* foreignRole(
  site: AwsSiteSpec,
  path: string,
  arn: string | undefined,
  ownAccount: boolean,
): Generator<Report> {
  if (arn === undefined) return;
  const [, partition, , , account] = arn.split(":");
  const wanted = partitionOf(site.region);
  if (partition !== wanted) {
    const message = `${arn} is of the partition ${partition}, and ${site.region} of ${wanted}`;
    const hint = `it begins with "arn:${wanted}:" there`;
    yield { path, observed: partition ?? "", limit: wanted, message, hint };
  } else if (ownAccount && account !== site.account && account !== AWS_MANAGED) {
    const why = arn.includes(":policy/") ? "a policy is attached" : "a role is passed";
    const message = `${arn} is of the account ${account}, and the site of ${site.account}; ${why} within its account`;
    yield { path, observed: account ?? "", limit: site.account, message };
  }
}
