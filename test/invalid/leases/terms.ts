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
      lease: untyped({
        landlord: "Builder LLC",
        state: "binding",
        termMonths: 120.5,
        exclusive: "yes",
        type: "triple-net",
      }),
    },
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.contractor: must not be empty  [SCHEMA]",
  'error   sites.abilene.title.lease.exclusive: must be true or false; got "yes"  [SCHEMA]',
  "error   sites.abilene.title.lease.termMonths: must be a whole number of months, 1 to 1200; got 120.5  [SCHEMA]",
  'error   sites.abilene.title.lease.type: must be one of "NNN", "modifiedGross", "gross", "colocation", "poweredShell", "turnkey", "compute"; got "triple-net"  [SCHEMA]',
  "error   sites.memphis.lease.landlord: must not be empty  [SCHEMA]",
  'error   sites.memphis.lease.state: must be one of "proposed", "exclusive", "signedWithConditions", "binding", "commenced", "ended"; got "signed"  [SCHEMA]',
  '          → did you mean "signedWithConditions"?',
  "error   sites.memphis.lease.terminationRights[0].noticeDays: must be a whole number of days, 0 to 36525; got -90  [SCHEMA]",
  'error   sites.memphis.scope: must be one of "land", "poweredShell", "turnkey", "compute"; got "Turnkey"  [SCHEMA]',
  '          → did you mean "turnkey"?',
];
