import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, untyped } from "../support";

/** Terms that are none: no landlord, a state from elsewhere, negative notice, half a month. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "memphis",
    { landlord: "", state: untyped("signed"), terminationRights: [{ party: "tenant", noticeDays: -90 }] },
    { scope: untyped("Turnkey") },
  );
  partnerSite(fleet, "abilene", {
    contractor: "",
    title: {
      kind: "leased",
      lease: untyped({ landlord: "Builder LLC", state: "binding", termMonths: 120.5, exclusive: "yes", type: "triple-net" }),
    },
  });
  return fleet;
}
