import type { Fleet } from "siteform";
import { existingKey } from "siteform/google";
import { atlas, gke, google, tpus } from "../support";

/** A key of another region, a key and a VPC by part of their names, accounts by half of theirs. */
export function fleet(): Fleet {
  const fleet = atlas();
  const key = "projects/atlas-keys/locations/us-east5/keyRings/gke/cryptoKeys/disks";
  google(fleet, "iowa", { encryption: existingKey(key), impersonate: "terraform" }).addCluster("train", {
    network: { ...gke(), existing: { vpc: "projects/atlas-host/global/networks/prod", subnetwork: "train" } },
    pools: [tpus(1)],
  });
  google(fleet, "ohio", { region: "us-east5", encryption: existingKey("keyRings/gke/cryptoKeys/disks") });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.train.network.existing.vpc: must be a name of at most 63 lower-case letters, digits and inner hyphens, a letter first; got "projects/atlas-host/global/networks/prod"  [SCHEMA]',
  "error   sites.iowa.encryption.key: the key stands in us-east5, the site in us-central1; disks and control planes take keys of their own region alone  [GCP-CL-04]",
  "          → name a key whose location is us-central1",
  'error   sites.iowa.impersonate: must be the address of a service account, such as "nodes@atlas-research.iam.gserviceaccount.com"; got "terraform"  [SCHEMA]',
  'error   sites.ohio.encryption.key: must be a key, as "projects/.../locations/.../keyRings/.../cryptoKeys/..."; got "keyRings/gke/cryptoKeys/disks"  [SCHEMA]',
];
