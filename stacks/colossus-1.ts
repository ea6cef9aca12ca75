import { atLeast, type Fleet, LeasedSite, leased, megawatts, reported, usd } from "siteform";
import { press } from "./sources";

/**
 * Colossus 1, Memphis: the entire compute capacity of a data center that was built for xAI, leased from SpaceX, exclusively.
 *
 * Reported are over 300 MW and over 220,000 GPUs. Counted as power for machines, 300 MW leave 1.36 kW a GPU, which a mix of
 * mostly eight-GPU servers fits; counted as drawn from the grid they would not. The mix is assumed: 150,000 H100, 50,000 H200
 * and 20,160 GB200 are 220,160 GPUs and 288.6 MW.
 *
 * With the scope `compute` the landlord runs everything below the operating system: those layers are observed, and the lessee
 * configures none of them.
 */
export function addColossus1(fleet: Fleet): LeasedSite {
  const colossus = new LeasedSite(fleet, "colossus-1", {
    displayName: "Colossus 1",
    location: { country: "US", subdivision: "US-TN", locality: "Memphis" },
    scope: "compute",
    lease: {
      landlord: "SpaceX",
      state: "commenced",
      exclusive: true,
      type: "compute",
      // Reports conflict: through May 2029 at 1.25 billion dollars a month, or 180 days with a mutual right to end it at 90 days'
      // notice. The longer term stands here with that right: what is firm then lasts to the first day on which either may leave.
      end: "2029-05-31",
      rentPerMonth: reported(usd(1_250_000_000), { source: "press on the Colossus 1 agreement, 2026" }),
      terminationRights: [{ id: "ninety-days", party: "tenant", mutual: true, noticeDays: 90 }],
      phases: [
        {
          id: "all",
          power: reported(atLeast(megawatts(300)), {
            meaning: "unstated",
            countedAs: "criticalIT",
            source: press.colossus,
          }),
          rentCommencement: "2026-05-01",
        },
      ],
    },
    // The Tennessee Valley Authority's grid. Of the PUE, the water and plants on the site nothing is reported: they stay unknown.
    energy: { grid: "SRTV" },
    // The landlord runs the halls and everything in them below the operating system.
    securityProfile: {
      weights: { requiredLevel: 3, clusters: ["hopper", "blackwell"] },
      zones: [{ id: "site", protectionClass: 3, logged: true, visitorEscort: true, clusters: ["hopper", "blackwell"] }],
      access: [
        { name: "own-staff", party: "self", racks: "escorted", bmc: "none", weights: "unescorted" },
        { name: "landlord", party: "landlord", racks: "unescorted", bmc: "unescorted", weights: "none" },
      ],
    },
  });

  // "Over" holds of the sum, and so of what it is made of.
  const counted = {
    bound: "atLeast",
    basis: "assumed",
    source: `the mix; its sum is reported as over 220,000, ${press.colossus}`,
  } as const;
  colossus.addCluster("hopper", {
    purpose: "training",
    pools: [
      { name: "h100", machine: "hgx-h100", count: 18_750, capacity: leased({ phase: "all" }), counted },
      { name: "h200", machine: "hgx-h200", count: 6_250, capacity: leased({ phase: "all" }), counted },
    ],
  });
  colossus.addCluster("blackwell", {
    purpose: "inference",
    pools: [{ name: "gb200", machine: "gb200-nvl72", count: 280, capacity: leased({ phase: "all" }), counted }],
  });
  return colossus;
}
