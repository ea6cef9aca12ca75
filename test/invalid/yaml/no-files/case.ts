import type { Fleet } from "siteform";
import { atlas } from "../../support";

/** A pattern that matches nothing. */
export function fleet(): Fleet {
  const fleet = atlas();
  fleet.addDocuments("sties/*.yaml");
  return fleet;
}

export const expected = ['error   documents: no file matches "sties/*.yaml" in project/  [YAML]'];
