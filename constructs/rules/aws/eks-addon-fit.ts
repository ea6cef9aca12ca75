import { DEFAULT_ADDONS, LUSTRE_ADDON, REQUIRED_ADDONS } from "../../ledger/aws-addons";
import { efaInterfaces } from "../../ledger/extended-resources";
import { compareVersions } from "../../ledger/provider-floors";
import type { AwsCluster, AwsSiteSpec } from "../../model";
import { didYouMean } from "../../model/suggest";
import type { Report, Rule, RuleContext } from "../rule";
import { awsClusters, type ClusterAt, listed, machineAt } from "../walk";

/** The first network plug-in that leaves EFA-only interfaces alone. */
const FIRST_CNI = "1.18.5";
/** What tells EKS that a chip is broken. */
const AGENT = "eks-node-monitoring-agent";
/** Names that EKS knows: those of this library, and more of AWS and the community. */
const KNOWN: readonly string[] = [
  ...REQUIRED_ADDONS,
  ...DEFAULT_ADDONS,
  LUSTRE_ADDON,
  "adot",
  "amazon-cloudwatch-observability",
  "aws-efs-csi-driver",
  "aws-guardduty-agent",
  "aws-mountpoint-s3-csi-driver",
  "aws-network-flow-monitoring-agent",
  "aws-secrets-store-csi-driver-provider",
  "cert-manager",
  "external-dns",
  "kube-state-metrics",
  "metrics-server",
  "prometheus-node-exporter",
  "snapshot-controller",
];

export const eksAddonFit: Rule = {
  id: "AWS-EKS-17",
  title: "the add-ons of a cluster serve its machines, and have names that EKS knows",
  severity: "error",
  formula: `version of vpc-cni >= ${FIRST_CNI} where machines have EFA; repair needs ${AGENT} (a warning), and so does a name that is nearly a known one`,
  source:
    "Amazon EC2 user guide, EFA on accelerated computing instances (EFA-only interfaces: VPC CNI 1.18.5 or later); Amazon EKS user guide, node health: automatic repair; AWS add-ons",
  *check(context) {
    for (const each of awsClusters(context)) {
      yield* plugIn(context, each);
      yield* repair(each);
      yield* names(each);
    }
  },
};

type At = ClusterAt<AwsSiteSpec, AwsCluster>;

function* plugIn(context: RuleContext, { site, cluster, path }: At): Generator<Report> {
  const version = cluster.addons?.["vpc-cni"]?.version;
  if (version === undefined || compareVersions(numberOf(version), FIRST_CNI) >= 0) return;
  const pools = cluster.pools.filter((pool) => {
    const machine = machineAt(context, site, pool.machine);
    return machine !== undefined && efaInterfaces(machine) > 0;
  });
  if (pools.length === 0) return;
  yield {
    path: `${path}.addons.vpc-cni.version`,
    observed: version,
    limit: FIRST_CNI,
    message: `vpc-cni knows EFA-only interfaces since ${FIRST_CNI}, and the machines of ${listed(pools.map(({ name }) => name))} have them; got ${JSON.stringify(version)}`,
    hint: "take a later version, or leave it out for EKS's default",
  };
}

/** `1.18.5` of `v1.18.5-eksbuild.1`. */
const numberOf = (version: string): string => version.slice(1).split("-")[0] ?? "";

function* repair({ cluster, path }: At): Generator<Report> {
  if (cluster.addons?.[AGENT]?.enabled !== false) return;
  for (const pool of cluster.pools) {
    if (pool.repair !== true) continue;
    yield {
      path: `${path}.pools.${pool.name}.repair`,
      severity: "warning",
      observed: "true",
      message: `${AGENT} is switched off: EKS repairs machines that are not ready, and sees no broken chip or link`,
      hint: "leave the add-on on",
    };
  }
}

/** A name close to a known one is most likely that one; any other may be an add-on of somebody else. */
function* names({ cluster, path }: At): Generator<Report> {
  for (const name of Object.keys(cluster.addons ?? {})) {
    const hint = KNOWN.includes(name) ? undefined : didYouMean(name, KNOWN);
    if (hint === undefined) continue;
    yield {
      path: `${path}.addons.${name}`,
      severity: "warning",
      observed: name,
      message: `${JSON.stringify(name)} is no add-on that is known here; EKS refuses one that it does not know`,
      hint,
    };
  }
}
