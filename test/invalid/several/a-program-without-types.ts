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

export const expected = [
  "error   sites.iowa.clusters.train.network: is missing; must be an object with nodes, pods, services and controlPlane  [SCHEMA]",
  'error   sites.iowa.clusters.train.pools: must be a list; got "all"  [SCHEMA]',
  "error   sites.iowa.location: is missing; must be an object with country  [SCHEMA]",
  'error   sites.iowa.project: is missing; must be a Google Cloud project id, 6 to 30 characters, such as "atlas-research"  [SCHEMA]',
  'error   sites.iowa.region: is missing; must be a Google Cloud region such as "us-central1"  [SCHEMA]',
  "error   sites.lab.clusters.research.pools[0]: must be an object with name, machine, count and capacity; got null  [SCHEMA]",
  'error   sites.lab.clusters.research.pools[1]: must be an object with name, machine, count and capacity; got "dgx-h100"  [SCHEMA]',
  "error   sites.lab.location: is missing; must be an object with country  [SCHEMA]",
  "error   sites.lab.power: is missing; must be a power figure with valueMW, meaning, basis and source, as reported(megawatts(300), { meaning: ..., source: ... }) gives  [SCHEMA]",
  "error   sites.memphis.lease: is missing; must be an object with landlord, state and phases  [SCHEMA]",
  "error   sites.memphis.location: is missing; must be an object with country  [SCHEMA]",
  'error   sites.memphis.scope: is missing; must be one of "land", "poweredShell", "turnkey", "compute"  [SCHEMA]',
  "error   sites.ohio.account: is missing; must be an AWS account id of twelve digits, in quotes  [SCHEMA]",
  "error   sites.ohio.clusters.train.pools: is missing; must hold at least one pool  [SCHEMA]",
  "error   sites.ohio.location: is missing; must be an object with country  [SCHEMA]",
  'error   sites.ohio.region: is missing; must be an AWS region such as "us-east-2"  [SCHEMA]',
  "error   sites.virginia.location: is missing; must be an object with country  [SCHEMA]",
  "error   sites.virginia.network: is missing; must be an object with cidrs  [SCHEMA]",
  'error   sites.virginia.region: is missing; must be an Azure region such as "eastus2"  [SCHEMA]',
  "error   sites.virginia.subscription: is missing; must be an Azure subscription id (a UUID)  [SCHEMA]",
];
