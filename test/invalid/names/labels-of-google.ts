import type { Fleet } from "siteform";
import { atlas, google } from "../support";

/** Labels as tags of another cloud are, one that is the fleet's own, one that is too long. */
export function fleet(): Fleet {
  const fleet = atlas();
  google(fleet, "iowa", { labels: { Team: "research", "cost-center": "R&D 4711" } });
  google(fleet, "ohio", { region: "us-east5", labels: { site: "columbus", owner: "o".repeat(64) } });
  return fleet;
}

export const expected = [
  'error   sites.iowa.labels.Team: a key is 1 to 63 lower-case letters, digits, underscores and hyphens, a letter first; got "Team"  [GCP-NAME-01]',
  '          → write "team"',
  'error   sites.iowa.labels.cost-center: a value is at most 63 lower-case letters, digits, underscores and hyphens; got "R&D 4711"  [GCP-NAME-01]',
  '          → write "r-d-4711"',
  "error   sites.ohio.labels.owner: a value is at most 63 lower-case letters, digits, underscores and hyphens; got 64 characters  [GCP-NAME-01]",
  'error   sites.ohio.labels.site: the label "site" is the fleet\'s own  [GCP-NAME-01]',
  "          → choose another key",
];
