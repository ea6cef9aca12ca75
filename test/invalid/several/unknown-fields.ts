import type { Fleet } from "siteform";
import { atlas, aws, gke, google, leasedServers, leasedSite, phase, tpus, trainium, untyped } from "../support";

/** Fields with a typing mistake, of another cloud, and of no site. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: untyped({ cidrs: ["10.16.0.0/16"], service: "172.20.0.0/16" }) }).addCluster("train", {
    purpose: untyped("trainning"),
    pools: [untyped({ ...trainium(16), topology: "4x4x4" })],
  });
  google(fleet, "iowa").addCluster("train", {
    network: untyped({ ...gke(), controlplane: "172.16.9.0/28" }),
    pools: [tpus(1, untyped({ slice: 3 }))],
  });
  leasedSite(
    fleet,
    "memphis",
    untyped({ landLord: "SpaceX", phases: [phase("p1", 20, untyped({ mileStones: {} }))] }),
  ).addCluster("train", untyped({ pools: [leasedServers(10)], autoscale: true }));
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.train.network.controlplane: is not a field here; there are nodes, pods, services, controlPlane, gpu, privateServices, existing  [SCHEMA]",
  "error   sites.iowa.clusters.train.pools.tpu-v5p.slice: is not a field here; there are name, machine, machinePowerKW, counted, retired, term, perCluster, count, topology, slices, capacity, maxPods, bootDiskGiB, upgrade, gpuDriver, localSsd  [SCHEMA]",
  "error   sites.memphis.clusters.train.autoscale: is not a field here; there are name, purpose, utilization, averageLoad, scheduler, pools  [SCHEMA]",
  "error   sites.memphis.lease.landLord: is not a field here; there are landlord, tenant, endUser, lender, state, exclusive, type, signed, end, termMonths, termFrom, terminationRights, rentPerKWMonth, rentPerMonth, rentPerAcceleratorHour, escalation, proration, rounding, takeOrPayShare, premises, extensionOptions, passThrough, security, expansionRights, conditions, serviceLevel, terminationFee, statedRents, phases  [SCHEMA]",
  "error   sites.memphis.lease.phases.p1.mileStones: is not a field here; there are id, power, halls, milestones, rentCommencement, rentCommencementOn, contractedKW, accelerators, rentPerKWMonth, rentPerMonth, rentPerAcceleratorHour  [SCHEMA]",
  '          → did you mean "milestones"?',
  "error   sites.ohio.clusters.train.pools.trainium2.topology: is not a field here; there are name, machine, machinePowerKW, counted, count, retired, term, perCluster, capacity, image, disk, localStorage, labels, taints, updates, repair  [SCHEMA]",
  'error   sites.ohio.clusters.train.purpose: must be one of "training", "inference", "research", "mixed"; got "trainning"  [SCHEMA]',
  '          → did you mean "training"?',
  "error   sites.ohio.network.service: is not a field here; there are kind, cidrs, services, accelerators, zoneIds, egress, natGateways, flowLogs  [SCHEMA]",
  '          → did you mean "services"?',
];
