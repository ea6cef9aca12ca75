import type { Fleet } from "siteform";
import { atlas, leasedSite, phase } from "../support";

/** An option exercised after its last day of notice, one in the future, one before the option in front of it. */
export function fleet(): Fleet {
  const fleet = atlas();
  const lease = (exercised: (string | undefined)[]) => ({
    termMonths: 60,
    phases: [phase("p1", 20, { rentCommencement: "2022-01-01" })],
    extensionOptions: exercised.map((day, index) => ({
      id: `option-${index + 1}`,
      months: 60,
      noticeMonths: 12,
      ...(day === undefined ? {} : { exercised: day }),
    })),
  });
  leasedSite(fleet, "memphis", lease(["2026-01-01"]));
  leasedSite(fleet, "reno", lease(["2025-06-01", "2026-12-24"]));
  leasedSite(fleet, "tulsa", lease([undefined, "2025-06-01"]));
  return fleet;
}

export const expected = [
  "error   sites.memphis.lease.extensionOptions.option-1.exercised: the option option-1 was exercised on 2026-01-01, after the last day of notice, 2025-12-31  [TIME-2]",
  "error   sites.reno.lease.extensionOptions.option-2.exercised: the option option-2 cannot have been exercised on 2026-12-24: as of 2026-11-23 that day is in the future  [TIME-2]",
  "error   sites.tulsa.lease.extensionOptions.option-2.exercised: the option option-2 is exercised, but option-1 before it is not: options follow one another  [TIME-2]",
  "          → give the day on which option-1 was exercised",
];
