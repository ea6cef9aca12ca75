import { type Fleet, LeasedSite, OwnedSite } from "siteform";
import { AwsSite } from "siteform/aws";
import { AzureSite } from "siteform/azure";
import { GoogleSite } from "siteform/google";
import { atlas, untyped } from "../support";

/** Sites of which nothing is said, and clusters of which nothing is said. */
export function fleet(): Fleet {
  const fleet = atlas();
  new AwsSite(fleet, "ohio", untyped({})).addCluster("train", untyped({}));
  new GoogleSite(fleet, "iowa", untyped({})).addCluster("train", untyped({ pools: "all" }));
  new AzureSite(fleet, "virginia", untyped({}));
  new LeasedSite(fleet, "memphis", untyped({}));
  new OwnedSite(fleet, "lab", untyped({})).addCluster("research", untyped({ pools: [null, "dgx-h100"] }));
  return fleet;
}
