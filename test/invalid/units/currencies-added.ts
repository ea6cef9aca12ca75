import { addMoney, eur, type Fleet, reported, usd } from "siteform";
import { atlas, leasedSite, partnerSite, untyped } from "../support";

/** Dollars and euros in one sum, and more money than there is. */
export function fleet(): Fleet {
  const fleet = atlas();
  const both = addMoney(usd(1_000_000), untyped(eur(500_000)));
  leasedSite(fleet, "memphis", {}, { programme: { name: "both", investment: reported(both, { source: "two contracts" }) } });
  partnerSite(fleet, "abilene", {
    programme: { name: "all", investment: reported(usd(1e30), { source: "the press" }) },
  });
  return fleet;
}
