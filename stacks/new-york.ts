import { assumed, atLeast, type Fleet, kubernetes, leased, megawatts, PartnerSite, usd } from "siteform";
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
      lease: {
        landlord: "TeraWulf",
        state: "binding",
        exclusive: true,
        type: "modifiedGross",
        termMonths: 120,
        termFrom: "eachRent",
        rentPerKWMonth: assumed(usd(135), {
          source: "ten years of 200 MW then come to some 3.7 billion dollars, as filed",
        }),
        escalation: { percent: 3 },
        extensionOptions: [
          { id: "first", months: 60, noticeMonths: 12 },
          { id: "second", months: 60, noticeMonths: 12 },
        ],
      },
    },
    peakPue: assumed(1.2, { source: "liquid cooling by a cold lake" }),
    energy: {
      averagePue: assumed(1.12, { source: "the same plant over a year, most of it colder than the worst hour" }),
      grid: "NYUP",
    },
    // 240 MW of utility power carry 200 MW of IT at the worst hour. What the utility delivers late, all that follows it is late.
    utilities: [
      {
        name: "grid",
        utility: "the transmission owner of western New York",
        gridOperator: "NYISO",
        voltageKV: 115,
        firmMW: 240,
        basis: "assumed",
        source: "200 MW of critical IT power at a peak PUE of 1.2",
        state: "binding",
        studyStatus: "agreed",
        ramp: [
          { id: "first", firmMW: 48, dates: { contract: "2026-03-01", actual: "2026-03-01" } },
          { id: "second", firmMW: 240, dates: { contract: "2026-10-01", forecast: "2026-12-01" } },
        ],
      },
    ],
    phases: [
      {
        id: "p1",
        power: assumed(megawatts(40), { meaning: "criticalIT", source: filings.lakeMariner }),
        milestones: {
          permit: { actual: "2025-08-01" },
          utility: { follows: { utility: "grid", step: "first" } },
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
          utility: { contract: "2026-10-01", follows: { utility: "grid", step: "second" } },
          integratedTest: { follows: { milestone: "utility", days: 14 } },
          readyForService: { contract: "2026-11-30", follows: { milestone: "integratedTest", days: 16 } },
        },
        rentCommencementOn: { milestone: "readyForService" },
      },
    ],
  });

  // Air-cooled servers first, racks of 140 kW once the rest of the power is there: 36.5 of 40 and 144.2 of 160 MW.
  newYork.addCluster("research", {
    purpose: "research",
    scheduler: kubernetes({ version: "1.34" }),
    pools: [{ name: "b200", machine: "dgx-b200", count: 2_550, capacity: leased({ phase: "p1" }) }],
  });
  newYork.addCluster("train", {
    purpose: "training",
    pools: [{ name: "gb300", machine: "gb300-nvl72", count: 1_030, capacity: leased({ phase: "p2" }) }],
  });
  return newYork;
}
