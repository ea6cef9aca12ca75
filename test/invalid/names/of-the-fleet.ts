import { Fleet, RemoteState } from "siteform";
import { ownedSite, untyped } from "../support";

/** A fleet whose name is no name, and state in a bucket without one. */
export function fleet(): Fleet {
  const fleet = new Fleet("Atlas AI", { state: untyped({ ...RemoteState.s3({ bucket: "", region: "us-east-2" }) }) });
  ownedSite(fleet, "lab");
  return fleet;
}
