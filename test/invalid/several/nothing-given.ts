import { type Fleet, LeasedSite, PartnerSite } from "siteform";
import { AwsSite } from "siteform/aws";
import { GoogleSite } from "siteform/google";
import { atlas, untyped } from "../support";

/** The last argument forgotten. */
export function fleet(): Fleet {
  const fleet = atlas();
  new AwsSite(fleet, "ohio", untyped(undefined)).addCluster("train", untyped(undefined));
  new GoogleSite(fleet, "iowa", untyped(null));
  new LeasedSite(fleet, "memphis", untyped(undefined)).addCluster("train", untyped(null));
  new PartnerSite(fleet, "abilene", untyped("a site")).addCluster("train", untyped({ pools: undefined }));
  fleet.addGuarantee("backstop", untyped(undefined)).addDemand("training", untyped(null));
  return fleet;
}
