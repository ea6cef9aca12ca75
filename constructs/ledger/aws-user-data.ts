import type { Machine } from "../catalog";
import type { AwsPool } from "../model";

/** Joins a machine's own NVMe disks into one, for containers and volumes of pods. Source: awslabs/amazon-eks-ami, nodeadm. */
const AL2023 = [
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="//"',
  "",
  "--//",
  "Content-Type: application/node.eks.aws",
  "",
  "---",
  "apiVersion: node.eks.aws/v1alpha1",
  "kind: NodeConfig",
  "spec:",
  "  instance:",
  "    localStorage:",
  "      strategy: RAID0",
  "",
  "--//--",
  "",
].join("\n");

/** The same on Bottlerocket. Source: bottlerocket-os/bottlerocket, ephemeral storage commands of apiclient. */
const BOTTLEROCKET = [
  "[settings.bootstrap-commands.ephemeral-storage]",
  "commands = [",
  '  ["apiclient", "ephemeral-storage", "init"],',
  '  ["apiclient", "ephemeral-storage", "bind", "--dirs", "/var/lib/containerd", "/var/lib/kubelet", "/var/log/pods"],',
  "]",
  "essential = true",
  'mode = "always"',
  "",
].join("\n");

/** What a pool's machines run when they start, in plain text; nothing where EKS's own part is all. */
export function userDataOf(pool: Pick<AwsPool, "image" | "localStorage">, machine: Machine): string | undefined {
  if (pool.image?.kind === "custom") return pool.image.userData;
  if (machine.localStorageGB === undefined || pool.localStorage === "none") return undefined;
  return pool.image?.kind === "bottlerocket" ? BOTTLEROCKET : AL2023;
}
