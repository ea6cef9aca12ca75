import { assumed, atMost, type Fleet, LeasedSite, leased, megawatts } from "siteform";

/**
 * An AI factory in Munich by NVIDIA and Deutsche Telekom (article 000, where it is the comparison): a place under the law of
 * the European Union. Here it stands for capacity one might take there; figures and terms are assumed.
 */
export function addMunich(fleet: Fleet): LeasedSite {
  const munich = new LeasedSite(fleet, "munich", {
    displayName: "AI factory Munich",
    location: { country: "DE", subdivision: "DE-BY", locality: "Munich" },
    scope: "compute",
    energy: {
      averagePue: assumed(atMost(1.2), {
        source: "Energieeffizienzgesetz, section 11: at most 1.2 for data centers that begin after June 2026",
      }),
      grid: "DE",
    },
    lease: {
      landlord: "Deutsche Telekom",
      state: "proposed",
      type: "compute",
      phases: [{ id: "p1", power: assumed(megawatts(12), { meaning: "criticalIT" }), rentCommencement: "2027-01-01" }],
    },
  });
  // 750 servers of 14.3 kW take 10.7 of 12 MW.
  munich.addCluster("serve", {
    purpose: "inference",
    pools: [{ name: "b200", machine: "dgx-b200", count: 750, capacity: leased({ phase: "p1" }) }],
  });
  return munich;
}
