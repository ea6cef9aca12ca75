import { contracted, type Fleet, usd } from "siteform";
import { atlas, leasedSite, phase } from "../support";

/** A sum of premises that the lease does not have, and one of a period that ends before it begins. */
export function fleet(): Fleet {
  const fleet = atlas();
  const amount = contracted(usd(31_200_000), { source: "exhibit C" });
  const lease = {
    rentPerKWMonth: contracted(usd(130), { source: "exhibit B" }),
    phases: [phase("p1", 20, { rentCommencement: "2027-01-01" })],
    termMonths: 120,
  };
  leasedSite(fleet, "memphis", {
    ...lease,
    statedRents: [{ id: "year-1", from: "2027-01-01", to: "2027-12-31", premises: "hall-1", amount }],
  });
  leasedSite(fleet, "reno", {
    ...lease,
    statedRents: [{ id: "year-1", from: "2027-12-31", to: "2027-01-01", amount }],
  });
  return fleet;
}

export const expected = [
  'error   sites.memphis.lease.statedRents.year-1.premises: the lease has no premises "hall-1"; it has p1  [LEASE-2]',
  "error   sites.reno.lease.statedRents.year-1.to: ends on 2027-01-01, before it begins on 2027-12-31  [LEASE-2]",
];
