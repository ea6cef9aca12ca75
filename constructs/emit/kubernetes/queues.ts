import { acceleratorResource, googleLabels, POOL_LABEL } from "../../ledger";
import type { ClusterView, PoolView } from "./cluster-view";
import { tolerationOf } from "./daemon-set";
import { type Manifest, type ManifestFile, manifestFile } from "./manifest";
import { coveredResources, isEstimated, quotasFor } from "./quotas";
import { topologies, topologyOf } from "./topology";
import { pins } from "./versions";

const { apiVersion } = pins.kueue;

/** Flavors in one ClusterQueue at most. Source: Kueue v0.19.2, CRD clusterqueues, resourceGroups[].flavors. */
const FLAVORS_MAX = 64;

/** Tolerations of one flavor at most; a pool with more taints is given one of them all. Source: as above, CRD resourceflavors. */
const TOLERATIONS_MAX = 8;

/** Namespace of the queue that jobs name. */
const NAMESPACE = "default";

/** Kueue's picture of the cluster: a flavor a pool, with the quota that the pool's machines make up. */
export function queueFiles(cluster: ClusterView): ManifestFile[] {
  const nodeTopologies = topologies(cluster);
  return [
    ...(nodeTopologies.length === 0
      ? []
      : [
          manifestFile(
            "topology.yaml",
            [
              "How near nodes are to each other, by labels that the cloud puts on them, from far to near. A job asks for nearness",
              "with the annotation kueue.x-k8s.io/podset-required-topology or podset-preferred-topology on its pods.",
              `After ${pins.kueue.source}, docs/concepts/topology_aware_scheduling.`,
            ],
            nodeTopologies,
          ),
        ]),
    manifestFile(
      "flavors.yaml",
      [
        "One flavor a pool: the nodes that carry the pool's label, and tolerations of their taints, which Kueue adds to the pods",
        "of the jobs that it admits there.",
        ...(cluster.provider === "google"
          ? ["The other labels are GKE's own, by which jobs ask for an accelerator."]
          : []),
        `After ${pins.kueue.source}, docs/concepts/resource_flavor.`,
      ],
      cluster.pools.map((pool) => flavor(cluster, pool)),
    ),
    manifestFile("queues.yaml", queueHeader(cluster), [
      ...provisioning(cluster),
      ...clusterQueues(cluster),
      {
        apiVersion,
        kind: "LocalQueue",
        metadata: { name: cluster.name, namespace: NAMESPACE },
        spec: { clusterQueue: cluster.name },
      },
    ]),
  ];
}

function queueHeader(cluster: ClusterView): string[] {
  const estimated = cluster.pools.filter(isEstimated).map(({ name }) => name);
  return [
    `Quotas, and the queue that a job of the namespace ${NAMESPACE} names in its label: kueue.x-k8s.io/queue-name: ${cluster.name}`,
    "A queue in another namespace is another LocalQueue with the same clusterQueue.",
    "A quota is what a machine has times the number of machines: of accelerators, chips. Pools are tried in the order written:",
    "what is paid for anyway, then on demand, then what can be taken away. A job that asks for a resource not listed here is not",
    "admitted.",
    ...(estimated.length === 0
      ? []
      : [
          `Of ${estimated.join(", ")} the catalogue does not know CPU or memory: the quota there is a ceiling that no machine reaches.`,
        ]),
    `After ${pins.kueue.source}, docs/concepts/cluster_queue.`,
  ];
}

function flavor(cluster: ClusterView, pool: PoolView): Manifest {
  const topology = topologyOf(cluster.provider, pool);
  return {
    apiVersion,
    kind: "ResourceFlavor",
    metadata: { name: pool.name },
    spec: {
      nodeLabels: { [POOL_LABEL]: pool.name, ...marksOf(cluster, pool) },
      tolerations: pool.taints.length > TOLERATIONS_MAX ? [{ operator: "Exists" }] : pool.taints.map(tolerationOf),
      ...(topology === undefined ? {} : { topologyName: topology.name }),
    },
  };
}

/**
 * Labels by which a job may ask for nodes of one kind: Kueue looks at those alone that some flavor names, and would else admit the job to a
 * pool where none of its pods can run.
 */
const marksOf = ({ provider }: ClusterView, { machine, topology }: PoolView): Readonly<Record<string, string>> =>
  provider === "google" ? googleLabels(machine, topology) : {};

/** Contracts by what they cost when they stand idle: all, some, nothing. */
const LAST = ["onDemand", "flexStart", "queued", "spot"];

/** Pools in the order in which Kueue is to fill them; those of one contract in the order of the document. */
const byContract = (pools: readonly PoolView[]): readonly PoolView[] =>
  [...pools].sort((a, b) => LAST.indexOf(a.contract) - LAST.indexOf(b.contract));

/** One ClusterQueue; with more pools than one takes, several that lend each other what is free. */
function clusterQueues(cluster: ClusterView): Manifest[] {
  const pools = byContract(cluster.pools);
  const resources = coveredResources(cluster);
  const count = Math.ceil(pools.length / FLAVORS_MAX);
  return Array.from({ length: count }, (_, index) => {
    const part = pools.slice(index * FLAVORS_MAX, (index + 1) * FLAVORS_MAX);
    const checks = queuedParts(part).map(({ name, pools: queued }) => ({
      name,
      onFlavors: queued.map((pool) => pool.name),
    }));
    return {
      apiVersion,
      kind: "ClusterQueue",
      metadata: { name: index === 0 ? cluster.name : `${cluster.name}-${index + 1}` },
      spec: {
        ...(count === 1 ? {} : { cohortName: cluster.name }),
        namespaceSelector: {},
        resourceGroups: [
          {
            coveredResources: [...resources],
            flavors: part.map((pool) => ({ name: pool.name, resources: [...quotasFor(pool, resources)] })),
          },
        ],
        ...(checks.length === 0 ? {} : { admissionChecksStrategy: { admissionChecks: checks } }),
      },
    };
  });
}

/** Queued pools that one admission check serves. */
interface QueuedPart {
  /** Of the check and its configuration. */
  readonly name: string;
  readonly topology: string | undefined;
  readonly pools: readonly PoolView[];
}

/** Pools whose machines come when a whole job's can be had, by the topology of their TPU slices, which the request names. */
function queuedParts(pools: readonly PoolView[]): QueuedPart[] {
  const queued = pools.filter(({ contract }) => contract === "queued");
  return [...new Set(queued.map(({ topology }) => topology))].map((topology) => ({
    name: topology === undefined ? "queued-provisioning" : `queued-provisioning-${topology}`,
    topology,
    pools: queued.filter((pool) => pool.topology === topology),
  }));
}

/**
 * GKE provides the machines of a queued pool all at once when a job asks for them through a ProvisioningRequest. Source: Cluster
 * Toolkit v1.95.0, examples/gke-consumption-options/dws-flex-start-queued-provisioning.
 */
const provisioning = (cluster: ClusterView): Manifest[] =>
  queuedParts(cluster.pools).flatMap(({ name, topology, pools }): Manifest[] => [
    {
      apiVersion,
      kind: "ProvisioningRequestConfig",
      metadata: { name },
      spec: {
        provisioningClassName: "queued-provisioning.gke.io",
        managedResources: [...new Set(pools.map(({ machine }) => acceleratorResource(machine).name))].sort(),
        ...(topology === undefined ? {} : { parameters: { "tpu-topology": topology } }),
      },
    },
    {
      apiVersion,
      kind: "AdmissionCheck",
      metadata: { name },
      spec: {
        controllerName: "kueue.x-k8s.io/provisioning-request",
        parameters: { apiGroup: "kueue.x-k8s.io", kind: "ProvisioningRequestConfig", name },
      },
    },
  ]);
