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

export const expected = [
  'error   sites.iowa.project: must be a Google Cloud project id, 6 to 30 characters, such as "atlas-research"; got "Atlas Research"  [SCHEMA]',
  'error   sites.iowa.region: must be a Google Cloud region such as "us-central1"; got "us-central1-a"  [SCHEMA]',
  "error   sites.ohio.account: must be an AWS account id of twelve digits, in quotes; got 11122223333  [SCHEMA]",
  'error   sites.ohio.region: must be an AWS region such as "us-east-2"; got "us-east-2a"  [SCHEMA]',
  'error   sites.virginia.region: must be an Azure region such as "eastus2"; got "East US 2"; write "eastus2"  [SCHEMA]',
  'error   sites.virginia.subscription: must be an Azure subscription id (a UUID); got "Atlas Production"  [SCHEMA]',
];
