import {
  acceleratorResource,
  type EnergizedFrom,
  energizedMachines,
  energizedShares,
  energizedSteps,
  POOL_LABEL,
} from "../../ledger";
import type { PhysicalSiteSpec, Queue, SiteKubernetes } from "../../model";
import { kueueTopologies } from "../../owned/scheduler/kueue-topologies";
import type { ScheduledCluster, ScheduledPool } from "../../owned/scheduler/scheduled";
import type { EmittedFile } from "../emit";
import { type Manifest, manifestFile } from "../kubernetes/manifest";
import { pins } from "../kubernetes/versions";
import { nodeLabelFiles } from "./node-labels";
import { energizedWords } from "./text";

const { apiVersion, source } = pins.kueue;

/** The namespace of the queue of a cluster that states none. */
const NAMESPACE = "default";

/** What Kueue reads of a cluster on hardware of one's own: topologies, a flavor a pool, and queues for each day on which machines come. */
export function kueueFiles(
  site: PhysicalSiteSpec,
  scheduled: ScheduledCluster,
  scheduler: SiteKubernetes,
): EmittedFile[] {
  const { cluster, pools } = scheduled;
  const { topologies, ofPool } = kueueTopologies(scheduled, scheduler.topologyLevels);
  const shares = new Map(pools.map((pool) => [pool.pool.name, energizedShares(site, cluster.name, pool.pool)]));
  const steps = energizedSteps([...shares.values()].flat());
  return [
    ...(topologies.length === 0
      ? []
      : [
          manifestFile(
            "topology.yaml",
            [
              "How near nodes are to each other, by their labels, from far to near. A job asks for nearness with the annotation",
              "kueue.x-k8s.io/podset-required-topology or podset-preferred-topology on its pods. Kueue sends nothing to a node that",
              "lacks one of the labels: node-labels.yaml has Siteform's own.",
              `After ${source}, docs/concepts/topology_aware_scheduling.`,
            ],
            topologies.map(({ name, levels }) => ({
              apiVersion,
              kind: "Topology",
              metadata: { name },
              spec: { levels: levels.map((nodeLabel) => ({ nodeLabel })) },
            })),
          ),
        ]),
    manifestFile(
      "flavors.yaml",
      ["One flavor a pool: the nodes that carry the pool's labels.", `After ${source}, docs/concepts/resource_flavor.`],
      pools.map((pool) => flavor(pool, ofPool.get(pool.pool.name))),
    ),
    ...steps.map((step, index) =>
      manifestFile(`queues-${index + 1}.yaml`, queueHeader(step, index, steps), [
        ...queuesAt(scheduled, scheduler, (pool) => energizedMachines(shares.get(pool) ?? [], step)),
      ]),
    ),
    ...nodeLabelFiles(scheduled),
  ];
}

function queueHeader(step: EnergizedFrom, index: number, steps: readonly EnergizedFrom[]): string[] {
  const next = steps[index + 1];
  return [
    `Quotas ${energizedWords(step)}${next === undefined ? "" : `, until queues-${index + 2}.yaml ${energizedWords(next)}`}.`,
    "A quota counts accelerators that have power then. Of the files queues-*.yaml one holds at a time: the last whose day has come.",
    "CPU and memory of the machines are not known here: Kueue's configuration leaves them out of quotas with",
    "resources.excludeResourcePrefixes: [cpu, memory], else jobs that ask for them are not admitted.",
    `After ${source}, docs/concepts/cluster_queue.`,
  ];
}

function flavor({ pool }: ScheduledPool, topologyName: string | undefined): Manifest {
  return {
    apiVersion,
    kind: "ResourceFlavor",
    metadata: { name: pool.name },
    spec: {
      nodeLabels: { ...pool.labels, [POOL_LABEL]: pool.name },
      ...(topologyName === undefined ? {} : { topologyName }),
    },
  };
}

/** The queues of a cluster as stated; else one with everything that is energized. */
function queuesAt(
  { cluster, pools }: ScheduledCluster,
  { queues }: SiteKubernetes,
  machinesOf: (pool: string) => number,
): Manifest[] {
  const present = pools.filter(({ pool }) => machinesOf(pool.name) > 0);
  const whole: Queue = {
    name: cluster.name,
    namespace: NAMESPACE,
    quotas: present.map(({ pool, machine }) => ({
      name: pool.name,
      accelerators: machinesOf(pool.name) * machine.accelerators.value,
    })),
  };
  return (queues ?? [whole]).flatMap((queue) => queueManifests(queue, present));
}

/** A queue with its quotas of the pools that are there; nothing where none of them is. */
function queueManifests(queue: Queue, pools: readonly ScheduledPool[]): Manifest[] {
  const flavors = queue.quotas.flatMap((quota) => {
    const found = pools.find(({ pool }) => pool.name === quota.name);
    return found === undefined ? [] : [{ quota, resource: acceleratorResource(found.machine).name }];
  });
  if (flavors.length === 0) return [];
  const resources = [...new Set(flavors.map(({ resource }) => resource))].sort();
  return [
    {
      apiVersion,
      kind: "ClusterQueue",
      metadata: { name: queue.name },
      spec: {
        ...(queue.cohort === undefined ? {} : { cohortName: queue.cohort }),
        namespaceSelector: {},
        resourceGroups: [
          {
            coveredResources: resources,
            flavors: flavors.map(({ quota, resource: own }) => ({
              name: quota.name,
              resources: resources.map((name) => ({
                name,
                nominalQuota: name === own ? quota.accelerators : 0,
                ...(name === own && quota.borrowingLimit !== undefined ? { borrowingLimit: quota.borrowingLimit } : {}),
              })),
            })),
          },
        ],
      },
    },
    {
      apiVersion,
      kind: "LocalQueue",
      metadata: { name: queue.name, namespace: queue.namespace ?? queue.name },
      spec: { clusterQueue: queue.name },
    },
  ];
}
