import { acceleratorOf } from "../../catalog";
import { amiTypeOf } from "../../ledger/aws-images";
import type { Rule } from "../rule";
import { awsClusters, machineAt } from "../walk";

export const eksImage: Rule = {
  id: "AWS-EKS-06",
  title: "EKS has an image with the driver of a pool's chip for the architecture of its machines",
  severity: "error",
  structural: true,
  source:
    "Amazon EKS user guide, EKS-optimized accelerated AMIs: Amazon Linux for NVIDIA (x86_64, arm64) and Neuron (x86_64); Bottlerocket for NVIDIA and Neuron on x86_64",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const pool of cluster.pools) {
        const kind = pool.image?.kind ?? "al2023";
        const machine = machineAt(context, site, pool.machine);
        if (machine === undefined || kind === "custom" || amiTypeOf(machine, kind) !== undefined) continue;
        const chip = acceleratorOf(machine);
        const what = `${chip?.vendor ?? "unknown"} ${machine.accelerator} on ${machine.architecture}`;
        const linux = kind === "bottlerocket" && amiTypeOf(machine, "al2023") !== undefined;
        yield {
          path: `${path}.pools.${pool.name}.image`,
          observed: kind,
          message: `EKS has no ${kind === "bottlerocket" ? "Bottlerocket" : "Amazon Linux 2023"} image for ${pool.machine} (${what})`,
          hint: linux ? "take al2023(), which has one" : "bring your own: customImage({ imageId, userData })",
        };
      }
    }
  },
};
