import { assumed, cidrSubnet, type Fleet, megawatts } from "siteform";
import { GoogleSite, kubernetes, reservation } from "siteform/google";

/** A slice of 2,048 chips is 512 machines; 28 of them leave a GKE cluster just below its 15,000 nodes. */
const CLUSTERS = 16;
const SLICES_PER_CLUSTER = 28;

/**
 * TPUs in Google Cloud, the larger part: 917,504 Ironwood chips in sixteen clusters. Reported is only that use grows toward one
 * million TPUs, over all sites and generations; the split, the places and the power are assumed.
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
    stacks: "perCluster",
  });

  for (let index = 0; index < CLUSTERS; index++) {
    // Two zones have Ironwood; a slice never crosses them, so each cluster's slices are all in one.
    const zone = index < CLUSTERS / 2 ? "us-central1-c" : "us-central1-ai1a";
    site.addCluster(`train-${String(index + 1).padStart(2, "0")}`, {
      purpose: "training",
      scheduler: kubernetes({ version: "1.34" }),
      network: {
        nodes: cidrSubnet("10.32.0.0/14", 18, index),
        // Fifteen pods a machine take a /27 each: 14,336 machines need a /13.
        pods: cidrSubnet("10.128.0.0/9", 13, index),
        services: cidrSubnet("10.36.0.0/16", 20, index),
        controlPlane: cidrSubnet("172.16.0.0/24", 28, index),
      },
      pools: [
        {
          name: "ironwood",
          machine: "tpu7x-standard-4t",
          topology: "8x16x16",
          slices: SLICES_PER_CLUSTER,
          capacity: reservation({ zone, reservation: `ironwood-${zone}` }),
        },
      ],
    });
  }
  return site;
}
