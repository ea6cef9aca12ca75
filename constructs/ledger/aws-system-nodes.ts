import type { AwsCluster } from "../model";

/** Machines of an EKS cluster for what runs beside the accelerators. */
export interface SystemNodePlan {
  readonly machineTypes: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly diskGiB: number;
  /** 1 keeps pods off the machine's own credentials. */
  readonly metadataHopLimit: number;
  readonly architecture: "x86_64" | "arm64";
}

/** The system machines of a cluster, with what is said about them and the defaults for the rest. */
export function systemNodesOf({ systemNodes = {} }: Pick<AwsCluster, "systemNodes">): SystemNodePlan {
  const machineTypes = systemNodes.machineTypes ?? ["m6i.2xlarge"];
  const min = systemNodes.min ?? 3;
  return {
    machineTypes,
    min,
    max: systemNodes.max ?? Math.max(6, min),
    diskGiB: systemNodes.diskGiB ?? 100,
    metadataHopLimit: systemNodes.metadataHopLimit ?? 1,
    architecture: machineTypes.every(isGraviton) ? "arm64" : "x86_64",
  };
}

/** Whether an instance type has AWS's own processor: a `g` after the generation. Source: EC2 instance type naming conventions. */
export const isGraviton = (type: string): boolean => /^([a-z]+\d+g[a-z]*|a1)\./.test(type);
