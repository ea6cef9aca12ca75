import type { Fleet } from "siteform";
import { reservation } from "siteform/google";
import { atlas, gke, google, tpus } from "../support";

/** Reservations by a name of another form, by a link, of a project that cannot be, and of one that is named twice. */
export function fleet(): Fleet {
  const fleet = atlas();
  const held = (name: string, zone: string, project?: string) =>
    tpus(1, { capacity: reservation({ zone, reservation: name, ...(project === undefined ? {} : { project }) }) });
  const link = "https://www.googleapis.com/compute/v1/projects/atlas-core/zones/us-east5-a/reservations/v5p";
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [
      { ...held("My_Reservation", "us-central1-a"), name: "form" },
      { ...held("projects/atlas-core/reservations/v5p", "us-central1-a", "atlas-core"), name: "twice" },
    ],
  });
  google(fleet, "ohio", { region: "us-east5" }).addCluster("train", {
    network: gke(1),
    pools: [
      { ...held(link, "us-east5-a"), name: "link" },
      { ...held("v5p", "us-east5-a", "Atlas Core"), name: "project" },
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.train.pools.form.capacity.reservation: must be the name of a reservation, or of a block of one; got "My_Reservation"  [GCP-CAP-01]',
  '          → write "name", "name/reservationBlocks/block" or "projects/project/reservations/name"',
  'error   sites.iowa.clusters.train.pools.twice.capacity.reservation: "projects/atlas-core/reservations/v5p" names its project, and so does project: "atlas-core"  [GCP-CAP-01]',
  "          → leave project out",
  'error   sites.ohio.clusters.train.pools.link.capacity.reservation: must be the name of a reservation, or of a block of one; got "https://www.googleapis.com/compute/v1/projects/atlas-core/zones/us-east5-a/reservations/v5p"  [GCP-CAP-01]',
  '          → write "name", "name/reservationBlocks/block" or "projects/project/reservations/name"',
  'error   sites.ohio.clusters.train.pools.project.capacity.project: must be a Google Cloud project id, 6 to 30 characters, such as "atlas-research"; got "Atlas Core"  [SCHEMA]',
];
