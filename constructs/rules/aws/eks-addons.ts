import { REQUIRED_ADDONS } from "../../ledger/aws-addons";
import { isGraviton, systemNodesOf } from "../../ledger/aws-system-nodes";
import type { AwsCluster, AwsSiteSpec } from "../../model";
import type { Report, Rule, RuleContext } from "../rule";
import { awsClusters, type ClusterAt } from "../walk";

export const eksAddons: Rule = {
  id: "AWS-EKS-14",
  title: "a cluster has the add-ons that its machines and names need",
  severity: "error",
  source:
    "the cluster's own: no add-on is there before it is made, and rights of pods come through eks-pod-identity-agent",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const name of REQUIRED_ADDONS) {
        if (cluster.addons?.[name]?.enabled !== false) continue;
        yield {
          path: `${path}.addons.${name}.enabled`,
          message: `${name} cannot be switched off: without it no machine becomes ready, no name is found, or no add-on gets its rights`,
        };
      }
    }
  },
};

export const eksPodIdentities: Rule = {
  id: "AWS-EKS-15",
  title: "a service account has one role, which exists or is made",
  severity: "error",
  structural: true,
  source: "Amazon EKS API reference, CreatePodIdentityAssociation: one association a namespace and service account",
  *check(context) {
    for (const each of awsClusters(context)) yield* identities(context, each);
  },
};

function* identities(context: RuleContext, { cluster, path }: ClusterAt<AwsSiteSpec, AwsCluster>): Generator<Report> {
  const seen = new Set<string>();
  for (const [index, { namespace, serviceAccount, roleArn, policyArns }] of (cluster.podIdentities ?? []).entries()) {
    const place = `${path}.podIdentities[${index}]`;
    if ((roleArn === undefined) === (policyArns === undefined) && !context.isPartial(place)) {
      yield {
        path: place,
        message: `the service account ${serviceAccount} needs either roleArn, a role that exists, or policyArns, for one that is made${roleArn === undefined ? "" : "; it has both"}`,
      };
    }
    const account = `${namespace}/${serviceAccount}`;
    if (seen.has(account)) {
      yield {
        path: place,
        observed: account,
        message: `${account} stands twice; EKS takes one role for a service account`,
      };
    }
    seen.add(account);
  }
}

export const eksSystemNodes: Rule = {
  id: "AWS-EKS-09",
  title: "the system machines number at least two, at most as many as their maximum, and share an architecture",
  severity: "error",
  formula: "2 <= min <= max",
  source:
    "Amazon EKS user guide, CoreDNS: two replicas on two machines; EC2 instance type naming conventions: one image type serves one architecture",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      const place = `${path}.systemNodes`;
      if (cluster.systemNodes === undefined || context.isPartial(place)) continue;
      const { min, max, machineTypes } = systemNodesOf(cluster);
      if (min < 2) {
        const message = `at least 2 system machines keep CoreDNS up while one is replaced; got ${min}`;
        yield { path: `${place}.min`, observed: min, limit: 2, unit: "machines", message };
      }
      if (min > max) {
        const message = `the least number of system machines, ${min}, is above the most, ${max}`;
        yield { path: `${place}.max`, observed: max, limit: min, unit: "machines", message };
      }
      if (machineTypes.some(isGraviton) && !machineTypes.every(isGraviton)) {
        yield {
          path: `${place}.machineTypes`,
          observed: machineTypes.join(", "),
          message: `${machineTypes.join(", ")} are of two architectures, and a node group has one image`,
        };
      }
    }
  },
};
