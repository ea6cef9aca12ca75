import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** 400 servers of 10.2 kW in a hall of four megawatts. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(400)] });
  return fleet;
}

export const expected = [
  "error   sites.lab.power: the machines draw up to 4.08 MW, more than the usable critical IT power of 4 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
];
