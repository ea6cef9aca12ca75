import type { Fleet } from "siteform";
import { atlas, aws, leasedServers, leasedSite, leaseOf, ownedSite, partnerSite, untyped } from "../support";

/** A lease where there is nothing to lease. */
export function fleet(): Fleet {
  const fleet = atlas();
  partnerSite(fleet, "abilene", { title: untyped({ kind: "owned", lease: leaseOf() }) });
  ownedSite(fleet, "lab", untyped({ lease: leaseOf() }));
  leasedSite(fleet, "memphis").addCluster("train", { pools: [untyped({ ...leasedServers(10), lease: leaseOf() })] });
  aws(fleet, "ohio", untyped({ lease: leaseOf() }));
  return fleet;
}

export const expected = [
  "error   sites.abilene.title.lease: is not a field here; there are kind  [SCHEMA]",
  "error   sites.lab.lease: is not a field here; there are name, tenure, displayName, location, power, peakPue, energy, retired, utilities, powerTopology, coolingTopology, halls, rackLayouts, fabrics, addressPlan, allocation, deployments, securityProfile, phases, clusters  [SCHEMA]",
  "error   sites.memphis.clusters.train.pools.h100.lease: is not a field here; there are name, machine, machinePowerKW, counted, count, halls, rackType, machinesPerRack, survival, labels, capacity  [SCHEMA]",
  "error   sites.ohio.lease: is not a field here; there are name, tenure, displayName, location, power, peakPue, energy, retired, protect, provider, account, region, tags, assumeRole, network, quotas, buckets, stacks, clusters  [SCHEMA]",
];
