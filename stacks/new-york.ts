import { assumed, atLeast, type Fleet, leased, megawatts, PartnerSite } from "siteform";
import { filings } from "./sources";
import { fluidstackProgramme } from "./texas";

/**
 * New York: the other first site of the programme. Reported as for Texas; the phases are those of a comparable lease, whose
 * first forty megawatts come early.
 */
export function addNewYork(fleet: Fleet): PartnerSite {
  const newYork = new PartnerSite(fleet, "new-york", {
    location: { country: "US", subdivision: "US-NY", locality: "Barker" },
    contractor: "Fluidstack",
    scope: "turnkey",
    programme: fluidstackProgramme,
    title: {
      kind: "leased",
      lease: { landlord: "TeraWulf", state: "binding", exclusive: true, type: "modifiedGross", termMonths: 120 },
    },
    peakPue: assumed(1.2, { source: "liquid cooling by a cold lake" }),
    phases: [
      {
        id: "p1",
        power: assumed(megawatts(40), { meaning: "criticalIT", source: filings.lakeMariner }),
        milestones: {
          permit: { actual: "2025-08-01" },
          utility: { actual: "2026-03-01" },
          integratedTest: { actual: "2026-05-20" },
          readyForService: { contract: "2026-06-01", actual: "2026-06-01" },
        },
        rentCommencement: "2026-06-01",
      },
      {
        id: "p2",
        power: assumed(atLeast(megawatts(160)), { meaning: "criticalIT", source: filings.lakeMariner }),
        milestones: {
          permit: { actual: "2025-08-01" },
          utility: { contract: "2026-10-01", forecast: "2026-12-01" },
          integratedTest: { forecast: "2026-12-15" },
          readyForService: { contract: "2026-11-30", forecast: "2026-12-31" },
        },
        rentCommencement: "2026-12-31",
      },
    ],
  });

  // Air-cooled servers first, racks of 140 kW once the rest of the power is there: 36.5 of 40 and 144.2 of 160 MW.
  newYork.addCluster("research", {
    purpose: "research",
    pools: [{ name: "b200", machine: "dgx-b200", count: 2_550, capacity: leased({ phase: "p1" }) }],
  });
  newYork.addCluster("train", {
    purpose: "training",
    pools: [{ name: "gb300", machine: "gb300-nvl72", count: 1_030, capacity: leased({ phase: "p2" }) }],
  });
  return newYork;
}
