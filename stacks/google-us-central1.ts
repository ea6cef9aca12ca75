import { assumed, eachRange, type Fleet, megawatts, reported } from "siteform";
import { GoogleSite, kubernetes, reservation } from "siteform/google";
import { published } from "./sources";

/** A slice of 512 chips is 128 machines; 112 of them leave a GKE cluster just below its 15,000 nodes. */
const SLICES_PER_CLUSTER = 112;

/**
 * TPUs in Google Cloud, the larger part: 917,504 Ironwood chips, 1,792 slices in sixteen clusters. Reported is only that use grows
 * toward one million TPUs, over all sites and generations; the split, the places and the power are assumed.
 */
export function addGoogleUsCentral1(fleet: Fleet): GoogleSite {
  const site = new GoogleSite(fleet, "tpu-central", {
    displayName: "Google Cloud TPUs, Iowa",
    project: "reference-tpu-central",
    region: "us-central1",
    location: { country: "US", subdivision: "US-IA", locality: "Council Bluffs" },
    power: assumed(megawatts(1600), {
      meaning: "criticalIT",
      source: "917,504 chips of 1.5625 kW each, and a tenth to spare",
    }),
    energy: {
      averagePue: assumed(1.09, { source: published.googlePue }),
      carbonGramsPerKWh: { ...reported(412.72, { source: published.googleGrid }), date: "2024-12-31" },
    },
    stacks: "perCluster",
  });

  // Two zones have Ironwood; a slice never crosses them, so each zone has clusters of its own, eight at present.
  const zones = [
    {
      name: "train",
      zone: "us-central1-c",
      nodes: "10.32.0.0/15",
      pods: "10.128.0.0/10",
      services: "10.36.0.0/17",
      controlPlane: "172.16.0.0/25",
    },
    {
      name: "train-ai1a",
      zone: "us-central1-ai1a",
      nodes: "10.34.0.0/15",
      pods: "10.192.0.0/10",
      services: "10.36.128.0/17",
      controlPlane: "172.16.0.128/25",
    },
  ];
  for (const { name, zone, nodes, pods, services, controlPlane } of zones) {
    site.addCluster(name, {
      purpose: "training",
      scheduler: kubernetes({ version: "1.34" }),
      network: {
        nodes: eachRange(nodes, 18),
        // Fifteen pods a machine take a /27 each: 14,336 machines need a /13.
        pods: eachRange(pods, 13),
        services: eachRange(services, 20),
        controlPlane: eachRange(controlPlane, 28),
      },
      pools: [
        {
          name: "ironwood",
          machine: "tpu7x-standard-4t",
          topology: "8x8x8",
          slices: 8 * SLICES_PER_CLUSTER,
          perCluster: SLICES_PER_CLUSTER,
          capacity: reservation({ zone, reservation: `ironwood-${zone}` }),
        },
      ],
    });
  }
  return site;
}
