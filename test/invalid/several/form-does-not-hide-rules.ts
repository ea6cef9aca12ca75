import type { Fleet } from "siteform";
import { atlas, aws, leasedServers, leasedSite, ownedSite, ownServers, trainium, untyped } from "../support";

/** Values of a wrong form beside clusters that are too large: neither hides the other, at one site or across sites. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { end: "never" }).addCluster("train", { pools: [leasedServers(5_000)] });
  ownedSite(fleet, "lab", untyped({ nickname: "the lab" })).addCluster("research", { pools: [ownServers(400)] });
  aws(fleet, "ohio", { network: { cidrs: ["10.0.0.0/8"] }, displayName: "" }).addCluster("train", {
    pools: [trainium(16)],
  });
  return fleet;
}

export const expected = [
  "error   sites.lab.nickname: is not a field here; there are name, tenure, displayName, location, power, peakPue, energy, retired, utilities, powerTopology, coolingTopology, halls, rackLayouts, fabrics, addressPlan, allocation, deployments, securityProfile, phases, clusters  [SCHEMA]",
  "error   sites.lab.power: the machines draw up to 4.08 MW, more than the usable critical IT power of 4 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
  'error   sites.memphis.lease.end: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "never"  [SCHEMA]',
  "error   sites.memphis.lease.phases: the machines draw up to 51 MW, more than the usable critical IT power of 20 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
  "error   sites.ohio.displayName: must not be empty  [SCHEMA]",
  "error   sites.ohio.network.cidrs[0]: the first range of a VPC is /16 to /24; got 10.0.0.0/8  [AWS-VPC-1]",
];
