import { addMoney, eur, type Fleet, gbp, reported, usd } from "siteform";
import { atlas, leasedSite, partnerSite, untyped } from "../support";

/** Dollars and euros in one sum; pounds and dollars in another; more money than there is; a sum with nothing. */
export function fleet(): Fleet {
  const fleet = atlas();
  const both = addMoney(usd(1_000_000), untyped(eur(500_000)));
  const others = addMoney(gbp("0.10"), untyped(usd(1)), gbp(2));
  leasedSite(
    fleet,
    "memphis",
    {},
    { programme: { name: "both", investment: reported(both, { source: "two contracts" }) } },
  );
  partnerSite(fleet, "abilene", {
    programme: { name: "all", investment: reported(others, { source: "the press" }) },
  });
  leasedSite(
    fleet,
    "reno",
    {},
    { programme: { name: "vast", investment: reported(usd(1e30), { source: "a rumour" }) } },
  );
  leasedSite(fleet, "tulsa", {
    rentPerKWMonth: reported(addMoney(usd(130), untyped(undefined)), { source: "two leases" }),
  });
  return fleet;
}

export const expected = [
  'error   sites.abilene.programme.investment.amount: must be in one currency: GBP and USD do not add; got "0.10 GBP + 1.00 USD + 2.00 GBP"  [SCHEMA]',
  'error   sites.memphis.programme.investment.amount: must be in one currency: USD and EUR do not add; got "1000000.00 USD + 500000.00 EUR"  [SCHEMA]',
  'error   sites.reno.programme.investment.amount: must be an amount of at most 15 digits before the point; got "1000000000000000000000000000000.00"  [SCHEMA]',
  'error   sites.tulsa.lease.rentPerKWMonth.amount: must be an amount of 0 or more, in digits, with at most two decimals; got "130.00 USD + nothing"  [SCHEMA]',
];
