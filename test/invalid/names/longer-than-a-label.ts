import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** 64 characters, one more than a DNS label has. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, `lab-${"0123456789".repeat(6)}`);
  return fleet;
}
