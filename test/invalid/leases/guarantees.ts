import { Fleet } from "siteform";
import { aws, leasedSite, ownedSite } from "../support";

/** A guarantee of a site that is spelt otherwise, of one that is owned, of a cloud, by the landlord, by the tenant, of none. */
export function fleet(): Fleet {
  const fleet = new Fleet("atlas", { organisation: "Atlas AI" });
  leasedSite(fleet, "memphis");
  leasedSite(fleet, "reno");
  ownedSite(fleet, "lab");
  aws(fleet, "ohio");
  const promise = { covers: "rent", state: "proposed" } as const;
  fleet.addGuarantee("backstop", { ...promise, obligor: "Google", sites: ["memfis", "lab", "ohio", "somewhere"] });
  fleet.addGuarantee("own-landlord", { ...promise, obligor: "Landlord Inc.", sites: ["memphis"] });
  fleet.addGuarantee("own-tenant", { ...promise, obligor: "atlas ai", sites: ["reno"] });
  fleet.addGuarantee("nobody", { ...promise, obligor: "Google", sites: [] });
  return fleet;
}

export const expected = [
  'error   guarantees.backstop.sites[0]: the fleet has no site "memfis"  [GUAR-4]',
  '          → did you mean "memphis"?',
  "error   guarantees.backstop.sites[1]: the site lab has no lease that could be guaranteed: it is owned  [GUAR-4]",
  "error   guarantees.backstop.sites[2]: the site ohio has no lease that could be guaranteed: it is a cloud's  [GUAR-4]",
  'error   guarantees.backstop.sites[3]: the fleet has no site "somewhere"  [GUAR-4]',
  "error   guarantees.nobody.sites: must name at least one site  [SCHEMA]",
  "error   guarantees.own-landlord.obligor: Landlord Inc. is the landlord of memphis itself and cannot guarantee its lease  [GUAR-2]",
  "          → name the third party that promises",
  "error   guarantees.own-tenant.obligor: atlas ai is the tenant of reno itself and cannot guarantee its lease  [GUAR-2]",
  "          → name the third party that promises",
];
