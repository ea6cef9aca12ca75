import { acceleratorOf, type Machine } from "../catalog";
import type { AwsPool, AzurePool, GooglePool } from "../model";

/** The label that says which pool of its cluster a node belongs to, in every cloud. */
export const POOL_LABEL = "siteform.dev/pool";

/** What keeps a pod off a node unless it tolerates it. */
export interface NodeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: "NoSchedule" | "NoExecute" | "PreferNoSchedule";
}

const noSchedule = (key: string, value: string): NodeTaint => ({ key, value, effect: "NoSchedule" });

/** The label and the taint that AKS puts on the machines of a spot pool; a plan is quiet only when the program says so too. */
export const AKS_SPOT = { key: "kubernetes.azure.com/scalesetpriority", value: "spot" } as const;

/** Whether the chip is one of AWS's own, which the Neuron driver serves. */
export function isNeuron(machine: Machine): boolean {
  const kind = acceleratorOf(machine)?.kind;
  return kind === "trainium" || kind === "inferentia";
}

const eksEffects = {
  NO_SCHEDULE: "NoSchedule",
  NO_EXECUTE: "NoExecute",
  PREFER_NO_SCHEDULE: "PreferNoSchedule",
} as const;

/** The pool's own taints, else one that keeps off what asks for no accelerator: its key is the name of the extended resource. */
export const awsTaints = (pool: Pick<AwsPool, "taints">, machine: Machine): readonly NodeTaint[] =>
  pool.taints?.map(({ key, value = "", effect }) => ({ key, value, effect: eksEffects[effect] })) ?? [
    noSchedule(isNeuron(machine) ? "aws.amazon.com/neuron" : "nvidia.com/gpu", "present"),
  ];

/** The labels of the machines of a pool on AWS. */
export const awsLabels = (pool: Pick<AwsPool, "name" | "labels">): Readonly<Record<string, string>> => ({
  ...pool.labels,
  [POOL_LABEL]: pool.name,
});

/** As the AKS documentation writes it for GPU pools, AKS's own for spot, and the pool's own. */
export const azureTaints = (pool: Pick<AzurePool, "capacity" | "taints">): readonly NodeTaint[] => [
  noSchedule("sku", "gpu"),
  ...(pool.capacity.kind === "spot" ? [noSchedule(AKS_SPOT.key, AKS_SPOT.value)] : []),
  ...pool.taints.map(({ key, value = "", effect }) => ({ key, value, effect })),
];

/**
 * The taints that GKE puts on nodes by itself: one for the accelerator, one for Arm hosts, one where a job queues for them. Sources: GKE documentation, TPUs and
 * GPUs in GKE, "GKE adds the taint"; Arm nodes: Cluster Toolkit v1.95.0, examples/gke-a4x, tolerations of the queue.
 */
export const googleTaints = (pool: Pick<GooglePool, "capacity">, machine: Machine): readonly NodeTaint[] => [
  noSchedule(machine.tpu === undefined ? "nvidia.com/gpu" : "google.com/tpu", "present"),
  ...(machine.architecture === "arm64" ? [noSchedule("kubernetes.io/arch", "arm64")] : []),
  ...(pool.capacity.kind === "queued" ? [noSchedule("cloud.google.com/gke-queued", "true")] : []),
];

/**
 * The labels that GKE puts on nodes by itself, by which jobs ask for an accelerator and a slice. Sources: GKE documentation, TPUs in
 * GKE, "cloud.google.com/gke-tpu-topology"; GPUs in GKE, "cloud.google.com/gke-accelerator".
 */
export function googleLabels(
  { tpu, gpuType }: Machine,
  topology: string | undefined,
): Readonly<Record<string, string>> {
  if (tpu !== undefined && topology !== undefined) {
    return {
      "cloud.google.com/gke-tpu-accelerator": tpu.gkeAccelerator,
      "cloud.google.com/gke-tpu-topology": topology,
    };
  }
  return gpuType === undefined ? {} : { "cloud.google.com/gke-accelerator": gpuType };
}
