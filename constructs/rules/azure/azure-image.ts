import { driverInstallable } from "../../ledger/azure-drivers";
import { isNvlinkRack } from "../../ledger/azure-names";
import type { Rule } from "../rule";
import { azureClusters, machineAt } from "../walk";

/** From here on `Ubuntu` is 24.04, the first image that starts from NVMe disks alone. */
const UBUNTU_2404 = 35;

export const azureImage: Rule = {
  id: "AZ-AKS-03",
  title: "machines of GB200 and GB300 run Ubuntu 24.04, and AKS installs a driver only where it has one",
  severity: "error",
  formula: "GB200, GB300: osSku is Ubuntu2404, or Ubuntu with Kubernetes >= 1.35; AMD, GB200, GB300: gpuDriver is None",
  source:
    "AKS documentation, GB200 on AKS, GPUs, and Ubuntu versions by Kubernetes version; terraform-provider-azurerm, os_sku (Ubuntu2404 since 4.67.0)",
  *check(context) {
    for (const { site, cluster, path } of azureClusters(context)) {
      const { version } = cluster.scheduler;
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        if (machine === undefined) continue;
        const at = `${path}.pools.${pool.name}`;
        if (pool.gpuDriver === "Install" && !driverInstallable(machine)) {
          yield {
            path: `${at}.gpuDriver`,
            observed: "Install",
            limit: "None",
            message: `AKS has no driver for ${pool.machine}`,
            hint: `leave gpuDriver out, and install the GPU operator of ${machine.accelerator}'s vendor in the cluster`,
          };
        }
        if (!isNvlinkRack(pool.machine) || pool.osSku === "Ubuntu2404") continue;
        if (pool.osSku !== "Ubuntu") {
          yield {
            path: `${at}.osSku`,
            observed: pool.osSku,
            limit: "Ubuntu2404",
            message: `${pool.machine} needs Ubuntu 24.04; ${pool.osSku} is another image`,
            hint: 'write osSku: "Ubuntu2404", or "Ubuntu" with Kubernetes 1.35 or later',
          };
        } else if (version === undefined || minorOf(version) < UBUNTU_2404) {
          yield {
            path: `${at}.osSku`,
            observed: version ?? "AKS's default",
            limit: "1.35",
            message: `${pool.machine} needs Ubuntu 24.04, which "Ubuntu" is from Kubernetes 1.35 on; the cluster has ${version ?? "the version that AKS gives by default"}`,
            hint: 'write kubernetes({ version: "1.35" }), or osSku: "Ubuntu2404"',
          };
        }
      }
    }
  },
};

const minorOf = (version: string): number => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major - 1) * 1000 + minor;
};
