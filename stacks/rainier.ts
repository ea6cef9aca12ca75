import { assumed, eachRange, type Fleet, gigawatts, reported } from "siteform";
import { AwsSite, kubernetes, onDemandReservation } from "siteform/aws";
import { press, published } from "./sources";

/** 4,000 machines with sixteen addresses each fill the /16 that a subnet may have at most. */
const MACHINES_PER_CLUSTER = 4_000;

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
    energy: {
      averagePue: assumed(1.15, { source: published.awsPue }),
      waterLitresPerKWh: assumed(0.15, { source: published.awsWater }),
      // The utility there, a part of PJM, lies in this subregion of eGRID.
      grid: "RFCW",
    },
    stacks: "perCluster",
    // Sixteen VPCs with a NAT gateway in each of three zones are more than an account has without asking.
    // Sixteen addresses a machine, and some for the system, are more than the 64,000 of a VPC.
    quotas: { vpcs: 16, elasticIps: 48, natGatewaysPerZone: 16, networkAddressUnits: 65_000 },
  });

  // Sixteen clusters, a VPC each: the large range holds the machines, the small one everything else.
  rainier.addCluster("train", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    network: {
      cidrs: [eachRange("10.15.0.0/16", 20), eachRange("10.16.0.0/12", 16)],
      accelerators: { "use2-az1": eachRange("10.16.0.0/12", 16) },
      services: "172.20.0.0/16",
    },
    pools: [
      {
        name: "trn2",
        machine: "trn2.48xlarge",
        count: 64_000,
        perCluster: MACHINES_PER_CLUSTER,
        capacity: onDemandReservation({ zoneId: "use2-az1" }),
      },
    ],
  });
  return rainier;
}
