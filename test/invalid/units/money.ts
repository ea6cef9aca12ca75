import { contracted, type Fleet, reported, usd } from "siteform";
import { atlas, leasedSite, partnerSite, untyped } from "../support";

/** A fraction of a cent, less than nothing, thousands as people write them, and a currency that is none here. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { rentPerKWMonth: contracted(usd(129.995), { source: "the lease" }) });
  leasedSite(fleet, "reno", { rentPerKWMonth: contracted(usd("1,300"), { source: "the lease" }) });
  partnerSite(fleet, "abilene", {
    programme: { name: "south", investment: reported(usd(-1), { source: "the press" }) },
    title: {
      kind: "leased",
      lease: {
        landlord: "Builder LLC",
        state: "binding",
        rentPerKWMonth: untyped({ amount: 130, currency: "usd", basis: "contract", source: "the lease" }),
      },
    },
  });
  return fleet;
}

export const expected = [
  'error   sites.abilene.programme.investment.amount: must be an amount of 0 or more, in digits, with at most two decimals; got "-1.00"  [SCHEMA]',
  'error   sites.abilene.title.lease.rentPerKWMonth.amount: must be an amount in quotes, such as "1300000000.00"; got 130  [SCHEMA]',
  'error   sites.abilene.title.lease.rentPerKWMonth.currency: must be one of "USD", "EUR", "GBP"; got "usd"  [SCHEMA]',
  '          → did you mean "USD"?',
  'error   sites.memphis.lease.rentPerKWMonth.amount: must be an amount of 0 or more, in digits, with at most two decimals; got "129.995"  [SCHEMA]',
  'error   sites.reno.lease.rentPerKWMonth.amount: must be an amount of 0 or more, in digits, with at most two decimals; got "1,300"  [SCHEMA]',
];
