import {
  assumed,
  atLeast,
  contracted,
  Fleet,
  gigabitsPerSecond,
  LeasedSite,
  leased,
  megawatts,
  OwnedSite,
  owned,
  PartnerSite,
  reported,
  usd,
} from "siteform";

/** An owned, a leased and a partner-built site, a guarantee, a waiver, a retired site. */
export function dataCenters(): Fleet {
  const fleet = new Fleet("case-data-centers", { organisation: "Case AI" });
  const lab = new OwnedSite(fleet, "lab", {
    location: { country: "DE", subdivision: "DE-BY", locality: "Garching" },
    power: contracted(megawatts(4), { meaning: "utility", source: "supply contract 17" }),
    peakPue: assumed(1.25),
    halls: [{ name: "a", criticalItMW: 3.2 }],
  });
  lab.addCluster("research", { purpose: "research", pools: [{ machine: "dgx-h200", count: 300, capacity: owned() }] });
  const leasedSite = new LeasedSite(fleet, "memphis", {
    location: { country: "US", subdivision: "US-TN", locality: "Memphis" },
    scope: "compute",
    lease: {
      landlord: "Landlord Inc.",
      state: "commenced",
      exclusive: true,
      terminationRights: [{ party: "tenant", noticeDays: 90, from: "2027-01-01" }],
      rentPerKWMonth: { amount: "130.00", currency: "USD", basis: "assumed", source: "comparable deals" },
      phases: [
        {
          id: "p1",
          power: reported(atLeast(megawatts(300)), { meaning: "unstated", countedAs: "criticalIT", source: "press" }),
          rentCommencement: "2026-05-01",
        },
      ],
    },
  });
  leasedSite.addCluster("train", {
    pools: [{ machine: "gb200-nvl72", count: 2_000, capacity: leased({ phase: "p1" }) }],
  });
  const built = new PartnerSite(fleet, "abilene", {
    location: { country: "US", subdivision: "US-TX" },
    contractor: "Builder LLC",
    scope: "turnkey",
    title: { kind: "leased", lease: { landlord: "Builder LLC", state: "binding" } },
    programme: { name: "build", investment: reported(usd(50_000_000_000), { source: "press" }) },
    phases: [
      {
        id: "p1",
        power: contracted(megawatts(20), { meaning: "criticalIT", source: "contract" }),
        milestones: {
          utility: { contract: "2026-10-01" },
          readyForService: { contract: "2026-12-01", forecast: "2027-02-01" },
        },
      },
    ],
  });
  built.addCluster("first", { pools: [{ machine: "dgx-b200", count: 1_000, capacity: leased({ phase: "p1" }) }] });
  fleet.addInterconnect("lab-memphis", { between: [lab, leasedSite], rate: gigabitsPerSecond(400) });
  fleet.addGuarantee("backstop", {
    obligor: "Guarantor",
    covers: "rent",
    state: "proposed",
    sites: ["memphis", "abilene"],
  });
  const old = new OwnedSite(fleet, "old-lab", {
    location: { country: "DE" },
    power: contracted(megawatts(1), { meaning: "criticalIT", source: "supply contract 3" }),
  });
  old.retire();
  return fleet;
}
