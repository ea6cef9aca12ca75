import { addMoney, eur, type Fleet, gbp, reported, usd } from "siteform";
import { atlas, leasedSite, partnerSite, untyped } from "../support";

/** Dollars and euros in one sum; pounds and dollars in another. */
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
  return fleet;
}

export const expected = [
  'error   sites.abilene.programme.investment.amount: must be an amount of 0 or more, in digits, with at most two decimals; got "0.10 GBP + 1.00 USD + 2.00 GBP"  [SCHEMA]',
  'error   sites.memphis.programme.investment.amount: must be an amount of 0 or more, in digits, with at most two decimals; got "1000000.00 USD + 500000.00 EUR"  [SCHEMA]',
];
