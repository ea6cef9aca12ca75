import { type ExtendedResource, extendedResources } from "../../ledger";
import type { ClusterView, PoolView } from "./cluster-view";

/** Stands for the vCPUs and the memory of a machine of which nobody says how much it has: more than any has. */
const CEILING = { vcpus: 1024, memoryGiB: 8192 } as const;

/** Whether a pool's quota of CPU or memory is the ceiling. */
export const isEstimated = ({ machine }: PoolView): boolean =>
  machine.vcpus === undefined || machine.memoryGiB === undefined;

/** How much of a resource a pool has, as Kubernetes writes quantities. */
export interface Quota {
  readonly name: string;
  readonly nominalQuota: number | string;
}

/**
 * What of each resource the nodes of a pool have together. Accelerators and network interfaces are counted exactly, and they decide
 * what is admitted. CPU and memory are what the machines have, of which Kubernetes keeps a part for itself. Huge pages are part of
 * the memory, in a share that the image of the node decides: pods that use EFA ask for them.
 */
function quotasOf(pool: PoolView): readonly Quota[] {
  const { machine, machines } = pool;
  const memory = `${machines * (machine.memoryGiB?.value ?? CEILING.memoryGiB)}Gi`;
  const extended = extendedResources(machine);
  return [
    { name: "cpu", nominalQuota: machines * (machine.vcpus?.value ?? CEILING.vcpus) },
    { name: "memory", nominalQuota: memory },
    ...extended.map(({ name, perMachine }) => ({ name, nominalQuota: machines * perMachine })),
    ...(extended.some(isEfa) ? [{ name: "hugepages-2Mi", nominalQuota: memory }] : []),
  ];
}

const isEfa = ({ name }: ExtendedResource): boolean => name === "vpc.amazonaws.com/efa";

/** The resources that some pool of a cluster has, CPU and memory first. */
export function coveredResources(cluster: ClusterView): readonly string[] {
  const names = new Set(cluster.pools.flatMap((pool) => quotasOf(pool).map(({ name }) => name)));
  const first = ["cpu", "memory"];
  return [...first, ...[...names].filter((name) => !first.includes(name)).sort()];
}

/** The quota of a pool for each of some resources, in their order: 0 of what its machines do not have. */
export function quotasFor(pool: PoolView, resources: readonly string[]): readonly Quota[] {
  const quotas = quotasOf(pool);
  return resources.map((name) => quotas.find((quota) => quota.name === name) ?? { name, nominalQuota: 0 });
}
