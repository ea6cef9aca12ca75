import { assumed, type Fleet, megawatts } from "siteform";
import { AzureSite, kubernetes, onDemand } from "siteform/azure";
import { published } from "./sources";

/** Microsoft is named as a third supplier of cloud compute (article 001). Place, machines and power are assumed. */
export function addAzureEastUs(fleet: Fleet): AzureSite {
  const site = new AzureSite(fleet, "azure-east", {
    displayName: "Microsoft Azure, Virginia",
    subscription: "00000000-0000-4000-8000-000000000001",
    region: "eastus",
    location: { country: "US", subdivision: "US-VA" },
    power: assumed(megawatts(6), { meaning: "criticalIT", source: "512 machines of 10.2 kW and a little to spare" }),
    energy: {
      averagePue: assumed(1.17, { source: published.microsoftPue }),
      waterLitresPerKWh: assumed(0.27, { source: published.microsoftWater }),
      grid: "SRVC",
    },
    network: { cidrs: ["10.48.0.0/16"] },
    // Registered once in the subscription, before the first pool.
    infiniband: "external",
  });

  site.addCluster("serve", {
    purpose: "inference",
    scheduler: kubernetes({ version: "1.34" }),
    // Every machine takes a /24 of the pod range, whatever runs on it: 512 machines need a /14.
    network: { nodes: "10.48.0.0/20", pods: "100.80.0.0/14", services: "10.49.0.0/20" },
    pools: [{ machine: "Standard_ND96isr_H100_v5", count: 512, capacity: onDemand({ zone: "1" }) }],
  });
  return site;
}
