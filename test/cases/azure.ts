import { Fleet, RemoteState } from "siteform";
import { AzureSite, capacityReservation, kubernetes, onDemand } from "siteform/azure";

/** A cluster with a reservation group and one without. */
function azure(): Fleet {
  const fleet = new Fleet("case-azure", {
    state: RemoteState.azureBlob({ resourceGroup: "case-state", storageAccount: "casetfstate", container: "tfstate" }),
  });
  const group =
    "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/case/providers/Microsoft.Compute/capacityReservationGroups/h200";
  const site = new AzureSite(fleet, "virginia", {
    subscription: "00000000-0000-4000-8000-000000000001",
    region: "eastus2",
    location: { country: "US", subdivision: "US-VA" },
    network: { cidrs: ["10.48.0.0/16"] },
  });
  site.addCluster("serve", {
    purpose: "inference",
    scheduler: kubernetes({ version: "1.34" }),
    network: { nodes: "10.48.0.0/22", pods: "10.80.0.0/15", services: "10.49.0.0/20" },
    pools: [
      { machine: "Standard_ND96isr_H200_v5", count: 64, capacity: capacityReservation({ groupId: group, zone: "1" }) },
      { name: "amd", machine: "Standard_ND96isr_MI300X_v5", count: 8, capacity: onDemand() },
    ],
  });
  return fleet;
}

export const azureCases = { azure } as const;
