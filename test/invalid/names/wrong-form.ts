import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, partnerSite, phase, untyped } from "../support";

/** Capitals, spaces, underscores, umlauts, nothing, and a number. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "Colossus 1").addCluster("train_1", { pools: [leasedServers(10)] });
  ownedSite(fleet, "münchen", { halls: [{ name: "Hall A", criticalItMW: 1 }] });
  ownedSite(fleet, "");
  partnerSite(fleet, untyped(7), { phases: [phase("-p1", 20)] });
  return fleet;
}

export const expected = [
  'error   sites.Colossus 1.clusters.train_1.name: must be lower-case letters, digits and inner hyphens; got "train_1"  [SCHEMA]',
  'error   sites.Colossus 1.name: must be lower-case letters, digits and inner hyphens; got "Colossus 1"  [SCHEMA]',
  'error   sites.münchen.halls.Hall A.name: must be lower-case letters, digits and inner hyphens; got "Hall A"  [SCHEMA]',
  'error   sites.münchen.name: must be lower-case letters, digits and inner hyphens; got "münchen"  [SCHEMA]',
  'error   sites[2].name: must be lower-case letters, digits and inner hyphens; got ""  [SCHEMA]',
  "error   sites[3].name: must be a name; got 7  [SCHEMA]",
  'error   sites[3].phases.-p1.id: must be lower-case letters, digits and inner hyphens; got "-p1"  [SCHEMA]',
];
