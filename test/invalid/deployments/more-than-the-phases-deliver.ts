import { type Fleet, leased } from "siteform";
import { atlas, leasedServers, leasedSite, partnerSite, phase } from "../support";

const dated = (id: string, power: number, ready: string) =>
  phase(id, power, { milestones: { readyForService: { contract: ready } } });

/**
 * Each phase has the power of its own machines, but those of the second come while the first alone is there: 1,000 and 500 servers
 * draw 15.3 of 11 MW. At the other site machines that are to leave have not left: 2,000 servers draw 20.4 of 16 MW.
 */
export function fleet(): Fleet {
  const fleet = atlas();
  const reno = leasedSite(
    fleet,
    "reno",
    { phases: [dated("p1", 11, "2027-03-01"), dated("p2", 6, "2027-09-01")] },
    {
      deployments: [
        {
          name: "a",
          phase: "p1",
          pools: [{ name: "train.a" }],
          milestones: { commissioned: { contract: "2027-03-01" } },
        },
        {
          name: "b",
          phase: "p1",
          pools: [{ name: "train.b" }],
          milestones: { commissioned: { contract: "2027-08-31" } },
        },
      ],
    },
  );
  reno.addCluster("train", {
    pools: [
      leasedServers(1_000, { name: "a", capacity: leased({ phase: "p1" }) }),
      leasedServers(500, { name: "b", capacity: leased() }),
    ],
  });
  partnerSite(fleet, "abilene", {
    phases: [dated("p1", 16, "2027-03-01")],
    deployments: [
      {
        name: "old",
        phase: "p1",
        pools: [{ name: "train.a" }],
        milestones: { commissioned: { contract: "2027-03-01" }, removed: { contract: "2028-03-02" } },
      },
      {
        name: "new",
        phase: "p1",
        pools: [{ name: "train.b" }],
        milestones: { commissioned: { contract: "2028-03-01" } },
      },
    ],
  }).addCluster("train", {
    pools: [
      leasedServers(1_000, { name: "a", capacity: leased({ until: "2028-03-01" }) }),
      leasedServers(1_000, { name: "b", capacity: leased() }),
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.deployments.new.milestones.commissioned (phase p1): from 2028-03-01 the hardware that is commissioned draws up to 20.4 MW, more than the 16 MW of p1  [DEPLOY-6]",
  "          → commission less, or later",
  "error   sites.abilene.phases.p1.power (phase p1): from 2027-03-01 the machines draw up to 20.4 MW, more than the usable critical IT power of 16 MW (contract)  [PWR-8]",
  "          → move machines to a later phase, or correct machinePowerKW where these draw less",
  "error   sites.reno.deployments.b.milestones.commissioned (phase p1): from 2027-08-31 the hardware that is commissioned draws up to 15.3 MW, more than the 11 MW of p1  [DEPLOY-6]",
  "          → commission less, or later",
  "error   sites.reno.lease.phases.p1.power (phase p1): from 2027-03-01 the machines draw up to 15.3 MW, more than the usable critical IT power of 11 MW (contract)  [PWR-8]",
  "          → move machines to a later phase, or correct machinePowerKW where these draw less",
];
