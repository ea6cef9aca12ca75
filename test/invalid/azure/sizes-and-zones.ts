import type { Fleet } from "siteform";
import { aks, atlas, azure, azureH100, untyped } from "../support";

/** A size as a price list has it, as a neighbour's is named, and of machines without accelerators; zones as other clouds name them. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "boydton").addCluster("train", {
    network: aks(),
    pools: [
      azureH100(8, { machine: untyped("ND96isr_H100_v5") }),
      azureH100(8, { name: "gb200", machine: untyped("Standard_ND128isr_GB200_v6") }),
      azureH100(8, { name: "cpu", machine: untyped("Standard_D8ds_v5") }),
    ],
  });
  azure(fleet, "quincy", { network: { cidrs: ["10.52.0.0/16"] } }).addCluster("serve", {
    network: { ...aks(), nodes: "10.52.0.0/20" },
    pools: [
      azureH100(8, { capacity: untyped({ kind: "onDemand", zone: 1 }) }),
      azureH100(8, { name: "b", capacity: untyped({ kind: "onDemand", zone: "eastus2-1" }) }),
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.boydton.clusters.train.pools.cpu.machine: "Standard_D8ds_v5" is no machine of Azure that the catalogue knows  [MACHINE-1]',
  '          → a pool is of machines with accelerators; those of another size are the system\'s: system: { size: "Standard_D8ds_v5" }',
  'error   sites.boydton.clusters.train.pools.gb200.machine: "Standard_ND128isr_GB200_v6" is no machine of Azure that the catalogue knows  [MACHINE-1]',
  '          → did you mean "Standard_ND128isr_NDR_GB200_v6"?',
  'error   sites.boydton.clusters.train.pools.nd96isrh100v.machine: "ND96isr_H100_v5" is no machine of Azure that the catalogue knows  [MACHINE-1]',
  '          → did you mean "Standard_ND96isr_H100_v5"?',
  'error   sites.quincy.clusters.serve.pools.b.capacity.zone: must be one of "1", "2", "3"; got "eastus2-1"  [SCHEMA]',
  'error   sites.quincy.clusters.serve.pools.h100.capacity.zone: must be one of "1", "2", "3"; got 1  [SCHEMA]',
  '          → write it in quotes: "1"',
];
