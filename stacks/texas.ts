import { assumed, type Fleet, leased, megawatts, PartnerSite, reported, usd } from "siteform";
import { filings, press } from "./sources";

/** One investment for all sites that Fluidstack builds: it counts once in totals, whichever sites name it. */
export const fluidstackProgramme = {
  name: "fluidstack",
  investment: reported(usd(50_000_000_000), { source: press.programme }),
};

/**
 * Texas: a site that Fluidstack plans and builds for this one customer, handed over turnkey. Reported are the state, the
 * contractor and service during 2026; power, halls, dates and the lease behind it are assumed.
 */
export function addTexas(fleet: Fleet): PartnerSite {
  const texas = new PartnerSite(fleet, "texas", {
    location: { country: "US", subdivision: "US-TX", locality: "Abernathy" },
    contractor: "Fluidstack",
    scope: "turnkey",
    programme: fluidstackProgramme,
    title: {
      kind: "leased",
      lease: {
        landlord: "joint venture of TeraWulf and Fluidstack",
        state: "binding",
        exclusive: true,
        termMonths: 300,
      },
    },
    peakPue: assumed(1.25, { source: "liquid cooling in a hot, dry summer" }),
    halls: [
      { name: "hall-1", criticalItMW: 84, coolingMW: 90 },
      { name: "hall-2", criticalItMW: 84, coolingMW: 90 },
    ],
    phases: [
      {
        id: "p1",
        halls: ["hall-1"],
        power: assumed(megawatts(84), { meaning: "criticalIT", source: filings.abernathy }),
        milestones: {
          permit: { actual: "2025-12-01" },
          utility: { contract: "2026-09-01", actual: "2026-09-15" },
          integratedTest: { contract: "2026-11-15", forecast: "2026-11-30" },
          readyForService: { contract: "2026-12-01", forecast: "2026-12-15" },
        },
        rentCommencement: "2026-12-15",
      },
      {
        id: "p2",
        halls: ["hall-2"],
        power: assumed(megawatts(84), { meaning: "criticalIT", source: filings.abernathy }),
        milestones: {
          permit: { actual: "2025-12-01" },
          utility: { contract: "2026-11-15", forecast: "2026-12-10" },
          integratedTest: { forecast: "2026-12-20" },
          readyForService: { contract: "2026-12-31", forecast: "2026-12-31" },
        },
        rentCommencement: "2026-12-31",
      },
    ],
  });

  // 540 racks of 140 kW take 75.6 of 84 MW in each hall.
  texas.addCluster("train", {
    purpose: "training",
    pools: [
      { name: "hall-1", machine: "gb300-nvl72", count: 540, capacity: leased({ phase: "p1" }) },
      { name: "hall-2", machine: "gb300-nvl72", count: 540, capacity: leased({ phase: "p2" }) },
    ],
  });
  return texas;
}
