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
