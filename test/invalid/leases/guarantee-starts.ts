import type { Fleet } from "siteform";
import { atlas, leasedSite, phase } from "../support";

/** Guarantees that start twice, with the rent of a site they do not cover, with a phase that is not there, and end before they begin. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { phases: [phase("p1", 20, { rentCommencement: "2027-01-01" })] });
  leasedSite(fleet, "reno", { phases: [phase("p1", 20, { rentCommencement: "2027-06-01" })] });
  const promise = { obligor: "A bank", covers: "rent", state: "proposed" } as const;
  fleet.addGuarantee("twice", {
    ...promise,
    sites: ["memphis"],
    start: "2027-01-01",
    startsWithRentOf: { site: "memphis" },
  });
  fleet.addGuarantee("elsewhere", { ...promise, sites: ["memphis"], startsWithRentOf: { site: "reno" } });
  fleet.addGuarantee("no-phase", { ...promise, sites: ["reno"], startsWithRentOf: { site: "reno", phase: "p2" } });
  fleet.addGuarantee("ended", { ...promise, sites: ["reno"], end: "2027-05-31" });
  fleet.addGuarantee("steps", { ...promise, sites: ["reno"], amortizationMonths: 12, amortizationStepMonths: 24 });
  return fleet;
}

export const expected = [
  'error   guarantees.elsewhere.startsWithRentOf.site: the guarantee starts with the rent of "reno", which it does not cover  [GUAR-5]',
  "          → it covers memphis",
  "error   guarantees.ended.end: the guarantee ends on 2027-05-31, before it begins on 2027-06-01  [GUAR-5]",
  'error   guarantees.no-phase.startsWithRentOf.phase: the site reno has no phase "p2"  [GUAR-5]',
  "          → it has p1",
  "error   guarantees.steps.amortizationStepMonths: the guarantee falls in steps of 24 months, longer than the 12 over which it falls  [GUAR-5]",
  "error   guarantees.twice.startsWithRentOf: the guarantee starts on 2027-01-01, and with the rent of memphis: say one of them  [GUAR-5]",
];
