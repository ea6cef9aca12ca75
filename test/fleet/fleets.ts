import {
  contracted,
  Fleet,
  type FleetProps,
  LeasedSite,
  type LeasedSiteProps,
  leased,
  megawatts,
  OwnedSite,
  type OwnedSiteProps,
  owned,
} from "../../constructs";

/** A day for rules that depend on one. */
export const AS_OF = "2026-06-01";

const power = contracted(megawatts(4), { meaning: "criticalIT", source: "transformer order 17" });

export const labProps: OwnedSiteProps = { location: { country: "DE", subdivision: "DE-BY" }, power };

export const memphisProps: LeasedSiteProps = {
  location: { country: "US", subdivision: "US-TN" },
  scope: "compute",
  lease: {
    landlord: "SpaceX",
    state: "commenced",
    phases: [{ id: "all", power, rentCommencement: "2026-05-01" }],
  },
};

/** A site one owns, with one cluster: 100 servers of 10.2 kW in 4 MW. */
export function addLab(fleet: Fleet, name = "lab"): OwnedSite {
  const lab = new OwnedSite(fleet, name, labProps);
  return lab.addCluster("train", {
    purpose: "training",
    pools: [{ machine: "dgx-h100", count: 100, capacity: owned() }],
  });
}

/** A site one leases, with one cluster. */
export function addMemphis(fleet: Fleet): LeasedSite {
  const memphis = new LeasedSite(fleet, "memphis", memphisProps);
  return memphis.addCluster("serve", {
    pools: [{ machine: "dgx-h100", count: 10, capacity: leased({ phase: "all" }) }],
  });
}

/** A fleet of both, without errors. */
export function aGoodFleet(name = "atlas", props: FleetProps = {}): Fleet {
  const fleet = new Fleet(name, props);
  addLab(fleet);
  addMemphis(fleet);
  return fleet;
}
