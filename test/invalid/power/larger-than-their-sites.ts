import { assumed, contracted, type Fleet, megawatts } from "siteform";
import { atlas, aws, leasedServers, leasedSite, ownedSite, ownServers, trainium } from "../support";

/** The same, on a cloud, behind a meter whose power cooling takes a part of, and where two clusters share. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", {
    network: { cidrs: ["10.16.0.0/16"] },
    power: contracted(megawatts(1), { meaning: "criticalIT", source: "the account team" }),
  }).addCluster("train", { pools: [trainium(64)] });
  ownedSite(fleet, "lab", {
    power: contracted(megawatts(4), { meaning: "utility", source: "the supply contract" }),
    peakPue: assumed(1.25),
  }).addCluster("research", { pools: [ownServers(320)] });
  const memphis = leasedSite(fleet, "memphis");
  memphis.addCluster("train", { pools: [leasedServers(1_000)] });
  memphis.addCluster("serve", { pools: [leasedServers(1_000)] });
  return fleet;
}

export const expected = [
  "error   sites.lab.power: the machines draw up to 3.264 MW, more than the usable critical IT power of 3.2 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
  "error   sites.memphis.lease.phases: the machines draw up to 20.4 MW, more than the usable critical IT power of 20 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
  "error   sites.ohio.power: the machines draw up to 1.536 MW, more than the usable critical IT power of 1 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
];
