import { assumed, type Fleet, megawatts, reported } from "siteform";
import { GoogleSite, kubernetes, reservation } from "siteform/google";
import { published } from "./sources";

/**
 * TPUs in Google Cloud, the earlier generations: 57,344 v5p chips for training and 24,832 v6e chips for inference. With the
 * Ironwood chips of us-central1 that is 999,680: toward one million, as reported. The split is assumed.
 */
export function addGoogleUsEast5(fleet: Fleet): GoogleSite {
  const site = new GoogleSite(fleet, "tpu-east", {
    displayName: "Google Cloud TPUs, Ohio",
    project: "reference-tpu-east",
    region: "us-east5",
    location: { country: "US", subdivision: "US-OH", locality: "Columbus" },
    power: assumed(megawatts(60), {
      meaning: "criticalIT",
      source: "the machines' assumed power and a little to spare",
    }),
    energy: {
      averagePue: assumed(1.09, { source: published.googlePue }),
      carbonGramsPerKWh: { ...reported(323.05, { source: published.googleGrid }), date: "2024-12-31" },
    },
  });

  site.addCluster("v5p", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    network: { nodes: "10.40.0.0/18", pods: "100.64.0.0/13", services: "10.41.0.0/20", controlPlane: "172.16.1.0/28" },
    pools: [
      {
        name: "v5p",
        machine: "ct5p-hightpu-4t",
        topology: "8x16x16",
        slices: 28,
        capacity: reservation({ zone: "us-east5-a", reservation: "v5p-us-east5-a" }),
      },
    ],
  });

  site.addCluster("v6e", {
    purpose: "inference",
    scheduler: kubernetes({ version: "1.34" }),
    network: {
      nodes: "10.40.64.0/19",
      pods: "100.72.0.0/14",
      services: "10.41.16.0/20",
      controlPlane: "172.16.1.16/28",
    },
    pools: [
      {
        name: "v6e",
        machine: "ct6e-standard-4t",
        topology: "16x16",
        slices: 97,
        capacity: reservation({ zone: "us-east5-b", reservation: "v6e-us-east5-b" }),
      },
    ],
  });
  return site;
}
