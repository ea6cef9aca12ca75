import { ContainerCluster, type ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import type { Construct } from "constructs";
import type { GoogleCluster } from "../model";
import type { ClusterGround, ClusterNetwork } from "./cluster";
import { guarded, waits } from "./ground";
import { clusterName } from "./names";
import { MAX_PODS, type NodeAccount, nodeBasis, POOL_TIMEOUTS } from "./node-config";

const CHANNELS = {
  none: "UNSPECIFIED",
  rapid: "RAPID",
  regular: "REGULAR",
  stable: "STABLE",
  extended: "EXTENDED",
} as const;

const EXCLUSION_SCOPES = {
  all: "NO_UPGRADES",
  minorUpgrades: "NO_MINOR_UPGRADES",
  minorAndNodeUpgrades: "NO_MINOR_OR_NODE_UPGRADES",
} as const;

/** Metrics of the control plane, of what Kubernetes runs, and of GPUs. Stated in full: GKE's own choice changes with its versions. */
const METRICS = [
  "SYSTEM_COMPONENTS",
  "STORAGE",
  "POD",
  "DEPLOYMENT",
  "STATEFULSET",
  "DAEMONSET",
  "HPA",
  "JOBSET",
  "CADVISOR",
  "KUBELET",
  "DCGM",
];

/** Whether Terraform and GKE refuse to delete a cluster and what belongs to it: the cluster says, else its site. */
export const isProtected = ({ site, spec }: Pick<ClusterGround, "site" | "spec">): boolean =>
  spec.protect ?? site.protect;

/** The control plane of a cluster: regional, private, with Dataplane V2 and an identity a pod. */
export function controlPlane(
  scope: Construct,
  id: string,
  ground: ClusterGround,
  network: ClusterNetwork,
  account: NodeAccount,
): ContainerCluster {
  const { site, spec, encryption } = ground;
  const { version } = spec.scheduler;
  return new ContainerCluster(scope, id, {
    name: clusterName(site, spec),
    location: site.region,
    deletionProtection: isProtected(ground),
    releaseChannel: { channel: CHANNELS[spec.releaseChannel ?? "regular"] },
    ...(version === undefined ? {} : { minMasterVersion: version }),
    ...networking(spec, network),
    ...access(spec),
    ...maintenance(spec),
    workloadIdentityConfig: { workloadPool: `${site.project}.svc.id.goog` },
    ...(encryption === undefined ? {} : { databaseEncryption: { state: "ENCRYPTED", keyName: encryption.key } }),
    addonsConfig: addons(spec),
    loggingConfig: { enableComponents: ["SYSTEM_COMPONENTS", "WORKLOADS"] },
    monitoringConfig: { enableComponents: METRICS, managedPrometheus: { enabled: true } },
    costManagementConfig: { enabled: true },
    // GKE makes no cluster without a node pool. This one goes at once; what is said of its nodes counts until then.
    removeDefaultNodePool: true,
    initialNodeCount: 1,
    nodeConfig: nodeBasis(account, encryption?.key),
    timeouts: POOL_TIMEOUTS,
    ...waits([...account.roles, ...ground.stack.after("container"), ...(encryption?.for("gke", "compute") ?? [])]),
    lifecycle: {
      // Without its pool the cluster reads back no node configuration: comparing it would replace the cluster.
      ignoreChanges: ["node_config"],
      ...guarded(isProtected(ground)).lifecycle,
    },
  });
}

type Part = Partial<ContainerClusterConfig>;

const networking = (spec: GoogleCluster, network: ClusterNetwork): Part => ({
  network: network.vpc,
  subnetwork: network.subnetwork,
  networkingMode: "VPC_NATIVE",
  ipAllocationPolicy: {
    clusterSecondaryRangeName: network.podsRange,
    servicesSecondaryRangeName: network.servicesRange,
  },
  // Its change replaces the cluster. So it does not depend on the pools, which come and go; each pool states its own.
  defaultMaxPodsPerNode: MAX_PODS.system,
  datapathProvider: "ADVANCED_DATAPATH",
  // By the range and not by the pools, for the same reason.
  ...(spec.network.gpu === undefined ? {} : { enableMultiNetworking: true }),
});

const access = (spec: GoogleCluster): Part => ({
  privateClusterConfig: {
    enablePrivateNodes: true,
    enablePrivateEndpoint: true,
    masterIpv4CidrBlock: spec.network.controlPlane,
    masterGlobalAccessConfig: { enabled: spec.access?.globalAccess ?? false },
  },
  // Empty: nobody outside the cluster's own network.
  masterAuthorizedNetworksConfig:
    (spec.access?.authorizedNetworks ?? []).length === 0
      ? {}
      : { cidrBlocks: spec.access?.authorizedNetworks.map((cidrBlock) => ({ cidrBlock })) },
  controlPlaneEndpointsConfig: { dnsEndpointConfig: { allowExternalTraffic: spec.access?.dnsEndpoint ?? false } },
});

function maintenance({ maintenance: asked }: GoogleCluster): Part {
  if (asked === undefined) return {};
  const { start, end, recurrence } = asked.window;
  return {
    maintenancePolicy: {
      recurringWindow: { startTime: start, endTime: end, recurrence },
      maintenanceExclusion: asked.exclusions.map((each) => ({
        exclusionName: each.name,
        startTime: each.start,
        endTime: each.end,
        exclusionOptions: { scope: EXCLUSION_SCOPES[each.scope] },
      })),
    },
  };
}

function addons({ storage = [] }: GoogleCluster): NonNullable<Part["addonsConfig"]> {
  const lustre = storage.filter((each) => each.kind === "lustre");
  return {
    gcePersistentDiskCsiDriverConfig: { enabled: true },
    gcsFuseCsiDriverConfig: { enabled: true },
    ...(storage.some(({ kind }) => kind === "filestore") ? { gcpFilestoreCsiDriverConfig: { enabled: true } } : {}),
    ...(lustre.length === 0
      ? {}
      : {
          lustreCsiDriverConfig: {
            enabled: true,
            ...(lustre.some(({ legacyPort }) => legacyPort) ? { enableLegacyLustrePort: true } : {}),
          },
        }),
  };
}
