import type { GoogleSiteSpec } from "../model";
import type { Report, Rule } from "./rule";

export const retiredClusters: Rule = {
  id: "RETIRE-1",
  title: "what is retired at a Google Cloud site was deployed without protection before",
  severity: "warning",
  source:
    "terraform-provider-google 6.50, container_cluster and filestore_instance: while the state says deletion_protection, a destroy fails; storage_bucket: without force_destroy only an empty bucket is destroyed",
  *check({ authored }) {
    for (const site of authored.sites) {
      if (site.tenure !== "cloud" || site.provider !== "google") continue;
      const path = `sites.${site.name}`;
      if (site.retired) yield* wholeSite(site, path);
      else yield* parts(site, path);
    }
  },
};

const isProtected = (site: GoogleSiteSpec, cluster: GoogleSiteSpec["clusters"][number]): boolean =>
  cluster.protect ?? site.protect;

function* wholeSite(site: GoogleSiteSpec, path: string): Generator<Report> {
  const guarded = site.clusters.filter((cluster) => isProtected(site, cluster));
  if (guarded.length === 0) return;
  const names = guarded.map((cluster) => cluster.name).join(", ");
  yield {
    path: `${path}.retired`,
    observed: guarded.length,
    limit: 0,
    unit: "clusters",
    message: `GKE clusters are protected against deletion: while ${names} ${guarded.length === 1 ? "is" : "are"} so, the deploy that retires the site fails`,
    hint: "before retire(), deploy once with protect: false; once the clusters are gone, take them out of the site",
  };
}

function* parts(site: GoogleSiteSpec, path: string): Generator<Report> {
  for (const cluster of site.clusters) {
    const at = `${path}.clusters.${cluster.name}`;
    if (!isProtected(site, cluster)) continue;
    if (cluster.retired === true || (Array.isArray(cluster.retired) && cluster.retired.length > 0)) {
      yield stays(`${at}.retired`, "a GKE cluster that is protected", "deploy the cluster once with protect: false");
    }
    for (const each of cluster.storage ?? []) {
      if (each.retired !== true || each.kind !== "filestore") continue;
      yield stays(
        `${at}.storage.${each.name}`,
        "a Filestore instance that is protected",
        "deploy its cluster once with protect: false",
      );
    }
  }
}

const stays = (path: string, what: string, hint: string): Report => ({
  path,
  observed: "protected",
  message: `${what} is not deleted: the deploy that retires it fails`,
  hint: `${hint}, then retire it`,
});
