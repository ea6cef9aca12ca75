import type { Fleet } from "siteform";
import { atlas, aws, azure, google, untyped } from "../support";

/** An account that lost its leading zero, a zone for a region, a region as one says it, a subscription by name. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { account: untyped(11122223333), region: "us-east-2a" });
  google(fleet, "iowa", { project: "Atlas Research", region: "us-central1-a" });
  azure(fleet, "virginia", { subscription: "Atlas Production", region: "East US 2" });
  return fleet;
}
