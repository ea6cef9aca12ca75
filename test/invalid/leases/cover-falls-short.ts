import { contracted, type Fleet, usd } from "siteform";
import { atlas, leasedSite, partnerSite, phase } from "../support";

/** Guarantees that are to cover twelve months of rent, one too small from the start, one that falls below it in time. */
export function fleet(): Fleet {
  const fleet = atlas();
  const lease = { rentPerKWMonth: contracted(usd(150), { source: "exhibit B" }), termMonths: 120 } as const;
  const promise = {
    obligor: "A bank",
    covers: "rent",
    state: "binding",
    requiredMonths: 12,
    triggers: ["paymentDefault"],
    remedies: ["payRent"],
  } as const;
  leasedSite(fleet, "memphis", { ...lease, phases: [phase("p1", 20, { rentCommencement: "2027-01-01" })] });
  partnerSite(fleet, "abilene", {
    title: { kind: "leased", lease: { landlord: "Builder LLC", state: "binding", ...lease } },
    phases: [phase("p1", 10, { rentCommencement: "2027-01-01" })],
  });
  // 20,000 kW x $150 x 12 are $36 M, 10,000 kW half of that.
  fleet.addGuarantee("small", {
    ...promise,
    sites: ["memphis"],
    amount: contracted(usd(35_999_999), { source: "section 2" }),
  });
  fleet.addGuarantee("falling", {
    ...promise,
    sites: ["abilene"],
    amount: contracted(usd(100_000_000), { source: "section 2" }),
    amortizationMonths: 120,
  });
  return fleet;
}

export const expected = [
  "error   guarantees.falling.amount: from 2035-04 on guarantees cover $17,500,000.00 of the lease of abilene, less than the next 12 months of rent, $18,000,000.00; 21 months are short  [GUAR-1]",
  "          → raise the amount, slow its amortization, or agree on less to be covered",
  "error   guarantees.small.amount: from 2027-01 on guarantees cover $35,999,999.00 of the lease of memphis, less than the next 12 months of rent, $36,000,000.00; 109 months are short  [GUAR-1]",
  "          → raise the amount, slow its amortization, or agree on less to be covered",
];
