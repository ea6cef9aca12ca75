import type { Fleet } from "siteform";
import { atlas, aws, documents, leasedSite, trainium } from "../../support";

/** Documents and a program with a site of one name, and a guarantee of a site of the program with a typing mistake. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { end: "never" });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.3.0/16"] } }).addCluster("train", { pools: [trainium(16)] });
  return documents(fleet);
}
