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

export const expected = [
  'error   demands.training.basis: is missing; must be one of "measured", "contract", "vendor", "reported", "assumed"  [SCHEMA]',
  "error   demands.training.points: is missing; must hold at least one point: how much is wanted from which day on  [SCHEMA]",
  "error   demands.training.source: is missing; must be a text  [SCHEMA]",
  'error   demands.training.workload: is missing; must be one of "training", "inference", "research", "mixed"  [SCHEMA]',
  'error   guarantees.backstop.covers: is missing; must be one of "rent", "rentAndPassThrough", "terminationFee"  [SCHEMA]',
  "error   guarantees.backstop.obligor: is missing; must be a text  [SCHEMA]",
  "error   guarantees.backstop.sites: is missing; must name at least one site  [SCHEMA]",
  'error   guarantees.backstop.state: is missing; must be one of "proposed", "exclusive", "signedWithConditions", "binding", "commenced", "ended"  [SCHEMA]',
  "error   sites.abilene.clusters.train.pools: is missing; must hold at least one pool  [SCHEMA]",
  "error   sites.abilene.contractor: is missing; must be a text  [SCHEMA]",
  "error   sites.abilene.location: is missing; must be an object with country  [SCHEMA]",
  "error   sites.abilene.phases: is missing; must hold at least one phase: what the partner delivers, and when  [SCHEMA]",
  'error   sites.abilene.scope: is missing; must be one of "land", "poweredShell", "turnkey", "compute"  [SCHEMA]',
  'error   sites.abilene.title: is missing; must be an object whose kind is one of "owned", "leased"  [SCHEMA]',
  "error   sites.iowa.location: is missing; must be an object with country  [SCHEMA]",
  'error   sites.iowa.project: is missing; must be a Google Cloud project id, 6 to 30 characters, such as "atlas-research"  [SCHEMA]',
  'error   sites.iowa.region: is missing; must be a Google Cloud region such as "us-central1"  [SCHEMA]',
  "error   sites.memphis.clusters.train.pools: is missing; must hold at least one pool  [SCHEMA]",
  "error   sites.memphis.lease: is missing; must be an object with landlord, state and phases  [SCHEMA]",
  "error   sites.memphis.location: is missing; must be an object with country  [SCHEMA]",
  'error   sites.memphis.scope: is missing; must be one of "land", "poweredShell", "turnkey", "compute"  [SCHEMA]',
  "error   sites.ohio.account: is missing; must be an AWS account id of twelve digits, in quotes  [SCHEMA]",
  "error   sites.ohio.clusters.train.pools: is missing; must hold at least one pool  [SCHEMA]",
  "error   sites.ohio.location: is missing; must be an object with country  [SCHEMA]",
  'error   sites.ohio.region: is missing; must be an AWS region such as "us-east-2"  [SCHEMA]',
];
