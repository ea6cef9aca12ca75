import { documents } from "../../support";

/** What rules find in documents has a place in a file, too. */
export const fleet = () => documents();

export const expected = [
  'error   sites/memphis.yaml:18:21: sites.memphis.clusters.train.pools.b200.machine: "dgx-b20" is no machine of data-center hardware that the catalogue knows  [MACHINE-1]',
  '          → did you mean "dgx-b200"?',
  "error   sites/memphis.yaml:8:3: sites.memphis.power: the machines draw up to 4.08 MW, more than the usable critical IT power of 4 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
  "error   sites/reno.yaml:19:3: sites.reno.lease.end: the lease ends on 2026-12-31, not after it was signed on 2027-01-01  [TIME-4]",
  "error   sites/reno.yaml:25:28: sites.reno.lease.phases.p1.milestones.readyForService.contract (phase p1): readyForService (contract) is on 2027-05-01, before utility on 2027-06-01, on which it rests  [TIME-1]",
];
