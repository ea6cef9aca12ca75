import { type Fleet, leased } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers, phase } from "../support";

/** Pools and phases that the clusters and the lease call otherwise; and a pool whose contract names another phase. */
export function fleet(): Fleet {
  const fleet = atlas();
  const reno = leasedSite(
    fleet,
    "reno",
    { phases: [phase("p1", 20), phase("p2", 20)] },
    {
      deployments: [
        { name: "first", phase: "p1", pools: [{ name: "train.h200" }, { name: "serve.b200" }] },
        { name: "last", phase: "p3", pools: [{ name: "train.h100" }] },
      ],
    },
  );
  reno.addCluster("train", { pools: [leasedServers(10, { name: "h100", capacity: leased() })] });
  reno.addCluster("serve", { pools: [leasedServers(10, { name: "b200", capacity: leased({ phase: "p2" }) })] });
  ownedSite(fleet, "lab", {
    deployments: [{ name: "racks", phase: "p1", pools: [{ name: "research.h100" }] }],
  }).addCluster("research", { pools: [ownServers(100, { name: "h100" })] });
  return fleet;
}

export const expected = [
  'error   sites.lab.deployments.racks.phase: the site has no phase "p1"; it has no phases  [DEPLOY-2]',
  "error   sites.reno.deployments.first.phase: the deployment brings serve.b200 with phase p1; the contract of the pool names phase p2  [DEPLOY-2]",
  "          → name one phase, or split the pool where its machines come with several",
  'error   sites.reno.deployments.first.pools.train.h200: the site has no pool "train.h200"; it has train.h100, serve.b200  [DEPLOY-2]',
  '          → did you mean "train.h100"?',
  'error   sites.reno.deployments.last.phase: the site has no phase "p3"; it has p1, p2  [DEPLOY-2]',
];
