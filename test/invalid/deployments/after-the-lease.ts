import { type Fleet, owned } from "siteform";
import { atlas, leasedSite, partnerSite, phase } from "../support";

/** One's own machines stay in a hall that goes back to its landlord, by the deployment or by the contract of the pool. */
export function fleet(): Fleet {
  const fleet = atlas();
  const own = (until?: string) => ({
    name: "h100",
    machine: "dgx-h100" as const,
    count: 10,
    capacity: owned(until === undefined ? {} : { until }),
  });
  const first = { name: "first", phase: "p1", pools: [{ name: "train.h100" }] };
  leasedSite(
    fleet,
    "reno",
    { end: "2030-12-31", phases: [phase("p1", 20, { rentCommencement: "2027-01-01" })] },
    {
      deployments: [
        { ...first, milestones: { commissioned: { contract: "2027-01-01" }, removed: { contract: "2031-01-01" } } },
      ],
    },
  ).addCluster("train", { pools: [own()] });
  partnerSite(fleet, "abilene", {
    title: { kind: "leased", lease: { landlord: "Builder LLC", state: "binding", end: "2030-06-30" } },
    phases: [phase("p1", 20, { rentCommencement: "2027-01-01" })],
    deployments: [{ ...first, milestones: { commissioned: { contract: "2027-01-01" } } }],
  }).addCluster("train", { pools: [own("2032-01-01")] });
  return fleet;
}

export const expected = [
  "error   sites.abilene.clusters.train.pools.h100.capacity.until (phase p1): the machines are to work until 2032-01-01, but the lease of their hall ends on 2030-06-30  [DEPLOY-4]",
  "          → extend the lease, or move the machines before it ends",
  "error   sites.reno.deployments.first.milestones.removed (phase p1): the hardware leaves on 2031-01-01, after the lease ends on 2030-12-31  [DEPLOY-4]",
];
