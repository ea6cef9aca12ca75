import { Fleet, RemoteState } from "siteform";
import { ownedSite, untyped } from "../support";

/** A fleet whose name is no name, and state in a bucket without one. */
export function fleet(): Fleet {
  const fleet = new Fleet("Atlas AI", { state: untyped({ ...RemoteState.s3({ bucket: "", region: "us-east-2" }) }) });
  ownedSite(fleet, "lab");
  return fleet;
}

export const expected = [
  'error   metadata.name: must be lower-case letters, digits and inner hyphens; got "Atlas AI"  [SCHEMA]',
  "error   state.bucket: must not be empty  [SCHEMA]",
];
