import { roleName } from "../../ledger/cloud-names";
import type { AccessEntry, AwsCluster, AwsSiteSpec } from "../../model";
import type { Report, Rule } from "../rule";
import { awsClusters } from "../walk";

/** Beginnings of groups that EKS keeps for itself. */
const RESERVED = ["system:", "eks:", "aws:", "amazon:", "iam:"];

export const eksNodeAccess: Rule = {
  id: "AWS-EKS-05",
  title: "no access entry names the role of the cluster's machines",
  severity: "error",
  source:
    "Amazon EKS user guide, access entries: EKS makes that of a managed node group's role, and refuses a second one",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const [index, { principalArn }] of (cluster.access ?? []).entries()) {
        if (!isNodeRole(site, cluster, principalArn)) continue;
        yield {
          path: `${path}.access[${index}].principalArn`,
          observed: principalArn,
          message: `${principalArn} is the role of the machines of ${cluster.name}, for which EKS itself makes an access entry`,
          hint: "take the entry out: machines join without it",
        };
      }
    }
  },
};

function isNodeRole(site: AwsSiteSpec, cluster: AwsCluster, principal: string): boolean {
  if (cluster.roles?.nodes !== undefined) return principal === cluster.roles.nodes;
  return principal.endsWith(`:iam::${site.account}:role/${roleName(site, cluster, "nodes")}`);
}

export const eksAccess: Rule = {
  id: "AWS-EKS-13",
  title: "each principal has one access entry, which gives it something; somebody administers the cluster",
  severity: "error",
  structural: true,
  source: "Amazon EKS API reference, CreateAccessEntry: one entry a principal, kubernetesGroups; access policy scopes",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      const entries = cluster.access ?? [];
      for (const [index, entry] of entries.entries()) {
        const place = `${path}.access[${index}]`;
        if (!context.isPartial(place)) yield* oneEntry(entry, entries.slice(0, index), place);
      }
      if (cluster.creatorIsAdmin !== false || context.isPartial(`${path}.access`)) continue;
      if (entries.some(({ policy, namespaces }) => policy === "clusterAdmin" && namespaces === undefined)) continue;
      yield {
        path: `${path}.creatorIsAdmin`,
        severity: "warning",
        message: `nobody administers ${cluster.name}: whoever creates it does not, and no access entry has the policy "clusterAdmin"`,
        hint: 'add { principalArn: "arn:aws:iam::...:role/...", policy: "clusterAdmin" } to access',
      };
    }
  },
};

function* oneEntry(entry: AccessEntry, before: readonly AccessEntry[], path: string): Generator<Report> {
  const { principalArn, policy, namespaces, kubernetesGroups } = entry;
  if (before.some((other) => other.principalArn === principalArn)) {
    yield {
      path: `${path}.principalArn`,
      observed: principalArn,
      message: `${principalArn} has an entry already; EKS takes one for each principal`,
      hint: "put what it may do into one entry",
    };
  }
  if (policy === undefined && kubernetesGroups === undefined) {
    yield {
      path,
      message: `the entry of ${principalArn} gives it nothing`,
      hint: 'give it a policy ("clusterAdmin", "admin", "edit" or "view"), or kubernetesGroups that role bindings name',
    };
  }
  if (policy === undefined && namespaces !== undefined) {
    yield { path: `${path}.namespaces`, message: "namespaces narrow a policy, and the entry has none" };
  }
  for (const group of kubernetesGroups ?? []) {
    const kept = RESERVED.find((beginning) => group.startsWith(beginning));
    if (kept === undefined) continue;
    yield {
      path: `${path}.kubernetesGroups`,
      observed: group,
      message: `EKS keeps groups that begin with ${JSON.stringify(kept)} for itself; got ${JSON.stringify(group)}`,
    };
  }
}
