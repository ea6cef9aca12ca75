import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** 64 characters, one more than a DNS label has. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, `lab-${"0123456789".repeat(6)}`);
  return fleet;
}

export const expected = [
  'error   sites.lab-012345678901234567890123456789012345678901234567890123456789.name: must be at most 63 characters; "lab-012345678901234567890123456789012345678901234567890123456789" has 64  [SCHEMA]',
];
