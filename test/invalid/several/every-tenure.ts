import { type Fleet, leased } from "siteform";
import {
  aks,
  atlas,
  aws,
  azure,
  azureH100,
  gke,
  google,
  leasedServers,
  leasedSite,
  ownedSite,
  ownServers,
  partnerSite,
  phase,
  tpus,
  trainium,
  untyped,
} from "../support";

/** One mistake at each of six sites, each of another kind. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [trainium(64, { machine: untyped("trn2.48xlage") })],
  });
  google(fleet, "iowa").addCluster("train", { network: gke(), pools: [tpus(1, { topology: "5x5x5" })] });
  azure(fleet, "virginia").addCluster("serve", {
    network: { ...aks(), pods: "10.16.0.0/14" },
    pools: [azureH100(16)],
  });
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(400)] });
  leasedSite(fleet, "memphis", { signed: "2026-02-30" });
  partnerSite(fleet, "abilene", {
    phases: [
      phase("p1", 20, {
        milestones: { utility: { contract: "2027-06-01" }, readyForService: { contract: "2027-05-01" } },
      }),
    ],
  }).addCluster("train", { pools: [leasedServers(100, { capacity: leased({ phase: "p2" }) })] });
  return fleet;
}

export const expected = [
  'error   sites.abilene.clusters.train.pools.h100.capacity.phase: the site has no phase "p2"; it has p1  [CAP-1]',
  "error   sites.abilene.phases.p1.milestones.readyForService.contract (phase p1): readyForService (contract) is on 2027-05-01, before utility on 2027-06-01, on which it rests  [TIME-1]",
  'error   sites.iowa.clusters.train.pools.tpu-v5p.topology: ct5p-hightpu-4t has no slices of the topology "5x5x5"  [GCP-TPU-01]',
  "          → of about 125 chips there are 4x4x8, 4x4x4, 4x4x12",
  "error   sites.lab.power: the machines draw up to 4.08 MW, more than the usable critical IT power of 4 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
  'error   sites.memphis.lease.signed: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "2026-02-30"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.trn2-48xlage.machine: "trn2.48xlage" is no machine of AWS that the catalogue knows  [MACHINE-1]',
  '          → did you mean "trn2.48xlarge"?',
  "error   sites.virginia.clusters.serve.network.pods: 10.16.0.0/14 overlaps sites.ohio.network.cidrs[0] (10.16.0.0/16); traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
];
