import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers, phase, untyped } from "../support";

/** A pool without its cluster, spares below zero, a stage that is none; at the other site a deployment that brings nothing. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "reno",
    {},
    {
      deployments: [
        {
          name: "first",
          phase: "p1",
          pools: [{ name: "h100" }],
          sparePercent: -1,
          commissioning: [untyped({ id: "burn-in", title: "48 hours", stage: "burnin", layer: "hardware" })],
        },
      ],
    },
  ).addCluster("train", { pools: [leasedServers(10, { name: "h100" })] });
  ownedSite(fleet, "lab", {
    phases: [phase("p1", 4)],
    deployments: [{ name: "racks", phase: "p1", pools: [], leadTimeWeeks: untyped(26) }],
  }).addCluster("research", { pools: [ownServers(100, { name: "h100" })] });
  return fleet;
}

export const expected = [
  "error   sites.lab.deployments.racks.leadTimeWeeks: must be a figure with value, basis and source, as assumed(1.2, { source: ... }) gives; got 26  [SCHEMA]",
  "error   sites.lab.deployments.racks.pools: must name at least one pool: what the deployment brings  [SCHEMA]",
  'error   sites.reno.deployments.first.commissioning.burn-in.stage: must be one of "factoryWitness", "delivery", "installation", "preFunctional", "functional", "integratedSystems", "burnIn", "fabricValidation", "powerCap", "acceptance"; got "burnin"  [SCHEMA]',
  '          → did you mean "burnIn"?',
  'error   sites.reno.deployments.first.pools.h100.name: must be a cluster and its pool, such as "train.h100"; got "h100"  [SCHEMA]',
  "error   sites.reno.deployments.first.sparePercent: must be 0 % or more; got -1  [SCHEMA]",
];
