import { assumed, cidrSubnet, type Fleet, gigawatts, reported } from "siteform";
import { AwsSite, kubernetes, onDemandReservation } from "siteform/aws";
import { press } from "./sources";

/** EKS allows 30 node groups a cluster and 450 machines a group before one must ask for more; this stays below both. */
const CLUSTERS = 16;
const POOLS_PER_CLUSTER = 10;
const MACHINES_PER_POOL = 400;

/**
 * Project Rainier, Indiana: Trainium2 on a campus of 2.2 GW.
 *
 * The report does not say which power is meant. Counted as drawn from the grid, and with an assumed peak PUE, 1.83 GW remain
 * for machines. How many stand there is not reported either: 64,000 servers of sixteen chips, with the catalogue's assumed
 * 24 kW each, take 1.54 GW, which is 84 % of it.
 */
export function addRainier(fleet: Fleet): AwsSite {
  const rainier = new AwsSite(fleet, "rainier", {
    displayName: "Project Rainier",
    account: "111122223333",
    // The region nearest to Indiana; which one serves the campus is not reported.
    region: "us-east-2",
    location: { country: "US", subdivision: "US-IN", locality: "New Carlisle" },
    power: reported(gigawatts(2.2), { meaning: "unstated", countedAs: "utility", source: press.rainier }),
    peakPue: assumed(1.2, { source: "air-cooled halls in a continental climate" }),
    stacks: "perCluster",
  });

  for (let index = 0; index < CLUSTERS; index++) {
    rainier.addCluster(`train-${twoDigits(index + 1)}`, {
      purpose: "training",
      scheduler: kubernetes({ version: "1.34" }),
      // A VPC a cluster: 4,000 machines with sixteen addresses each fill a /16. The small range is for everything else.
      network: {
        cidrs: [cidrSubnet("10.15.0.0/16", 20, index), cidrSubnet("10.16.0.0/12", 16, index)],
        accelerators: { "use2-az1": cidrSubnet("10.16.0.0/12", 16, index) },
        services: "172.20.0.0/16",
      },
      pools: Array.from({ length: POOLS_PER_CLUSTER }, (_, pool) => ({
        name: `trn2-${twoDigits(pool + 1)}`,
        machine: "trn2.48xlarge" as const,
        count: MACHINES_PER_POOL,
        capacity: onDemandReservation({ zoneId: "use2-az1" }),
      })),
    });
  }
  return rainier;
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");
