import type { GoogleCapacity, GoogleSiteSpec } from "../../model";
import type { Rule } from "../rule";
import { googleClusters } from "../walk";

const NAME = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";
const BLOCK = `(/reservationBlocks/${NAME}(/reservationSubBlocks/${NAME})?)?`;
const OWN = new RegExp(`^${NAME}${BLOCK}$`);
const PATH = new RegExp(`^projects/[a-z][-a-z0-9]{4,28}[a-z0-9]/reservations/${NAME}${BLOCK}$`);

export const googleReservation: Rule = {
  id: "GCP-CAP-01",
  title: "a reservation is named once: by its name, by a block of it, or by its path",
  severity: "error",
  source:
    "GKE API reference, ReservationAffinity: exactly one value, a name or projects/P/reservations/R/reservationBlocks/B; Cluster Toolkit, gke-node-pool: no blocks of shared reservations; that its zone is the pool's is so by construction",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        if (capacity.kind !== "reservation") continue;
        const { reservation, project } = capacity;
        const at = { path: `${path}.pools.${name}.capacity.reservation`, observed: reservation };
        if (PATH.test(reservation) && project !== undefined) {
          const message = `${JSON.stringify(reservation)} names its project, and so does project: ${JSON.stringify(project)}`;
          yield { ...at, message, hint: "leave project out" };
        } else if (!PATH.test(reservation) && !OWN.test(reservation)) {
          const message = `must be the name of a reservation, or of a block of one; got ${JSON.stringify(reservation)}`;
          yield {
            ...at,
            message,
            hint: 'write "name", "name/reservationBlocks/block" or "projects/project/reservations/name"',
          };
        } else if (reservation.includes("/reservationBlocks/") && isShared(capacity, site)) {
          yield {
            ...at,
            severity: "warning",
            message: "a block of a reservation that another project shares: GKE is not known to take one",
            hint: "name the whole reservation, or confirm the block with Google",
          };
        }
      }
    }
  },
};

type Reservation = Extract<GoogleCapacity, { readonly kind: "reservation" }>;

/** Whether the reservation belongs to another project than the site's. */
function isShared({ project, reservation }: Reservation, site: GoogleSiteSpec): boolean {
  const [, inPath] = /^projects\/([^/]+)\//.exec(reservation) ?? [];
  const owner = project ?? inPath;
  return owner !== undefined && owner !== site.project;
}
