import type { Fleet } from "siteform";
import { kubernetes, spot } from "siteform/azure";
import { aks, atlas, azure, azureH100, untyped } from "../support";

/** A version that AKS would move away from, an image of a later name, a driver and a channel in other letters, a least above the most. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "boydton", { infiniband: "external" }).addCluster("train", {
    scheduler: kubernetes({ version: "1.34" }),
    network: aks(),
    upgrades: { channel: "stable" },
    pools: [azureH100(8, { capacity: spot(), autoscale: { min: 9 } })],
  });
  azure(fleet, "quincy", { infiniband: "external", network: { cidrs: ["10.52.0.0/16"] } }).addCluster("serve", {
    network: { ...aks(), nodes: "10.52.0.0/20" },
    upgrades: { channel: untyped("Rapid"), window: { day: untyped("saturday"), time: "6:00", hours: 8 } },
    pools: [azureH100(8, { osSku: untyped("Ubuntu24.04"), gpuDriver: untyped("none") })],
  });
  return fleet;
}

export const expected = [
  "error   sites.boydton.clusters.train.pools.h100.autoscale.min: the autoscaler chooses between min and the count: 9 is more than 8  [AZ-AKS-02]",
  "          → the count is the most; lower min",
  'error   sites.boydton.clusters.train.upgrades.channel: the channel "stable" raises the minor version by itself, and the program asks for 1.34: the next deploy would ask AKS to go back, which it refuses  [AZ-AKS-09]',
  '          → write channel: "patch", or leave the version out: kubernetes()',
  'error   sites.quincy.clusters.serve.pools.h100.gpuDriver: must be one of "Install", "None"; got "none"  [SCHEMA]',
  '          → did you mean "None"?',
  'error   sites.quincy.clusters.serve.pools.h100.osSku: must be one of "Ubuntu", "Ubuntu2204", "Ubuntu2404", "AzureLinux", "AzureLinux3"; got "Ubuntu24.04"  [SCHEMA]',
  '          → did you mean "Ubuntu2404"?',
  'error   sites.quincy.clusters.serve.upgrades.channel: must be one of "patch", "stable", "rapid", "none"; got "Rapid"  [SCHEMA]',
  '          → did you mean "rapid"?',
  'error   sites.quincy.clusters.serve.upgrades.window.day: must be one of "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"; got "saturday"  [SCHEMA]',
  '          → did you mean "Saturday"?',
  'error   sites.quincy.clusters.serve.upgrades.window.time: must be a time of day in UTC such as "02:00"; got "6:00"  [SCHEMA]',
];
