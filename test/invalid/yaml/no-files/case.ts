import type { Fleet } from "siteform";
import { atlas, untyped } from "../../support";

/** Patterns that match nothing, beside one that is none; and no pattern at all. */
export function fleet(): Fleet {
  const fleet = atlas();
  fleet.addDocuments(["sties/*.yaml", untyped(7), "sites/reno.yml"]);
  fleet.addDocuments(untyped(undefined));
  return fleet;
}

export const expected = [
  'error   documents: must be file names or globs, such as "sites/*.yaml"; got 7  [YAML]',
  'error   documents: no file matches "sties/*.yaml" in project/  [YAML]',
  'error   documents: no file matches "sites/reno.yml" in project/  [YAML]',
  'error   documents: must be file names or globs, such as "sites/*.yaml"; got undefined  [YAML]',
];
