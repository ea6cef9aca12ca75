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
