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
