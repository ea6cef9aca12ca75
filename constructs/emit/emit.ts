import type { Machine } from "../catalog";
import type { SiteSpec } from "../model";
import { clusterFiles } from "./kubernetes/cluster-files";
import { clusterViews } from "./kubernetes/cluster-view";

/** A file for another tool, made from the documents. */
export interface EmittedFile {
  /** Below the site's folder, with forward slashes: `kubernetes/train/kustomization.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** What files are made with. */
export interface EmitContext {
  readonly fleet: string;
  /** A machine of the fleet's own or of the catalogue. The rules have made sure that it exists. */
  machine(type: string): Machine;
}

/** Every file that a site's documents become for other tools. Pure: same documents, same files. */
export function emitSite(site: SiteSpec, context: EmitContext): EmittedFile[] {
  return clusterViews(site, context).flatMap((cluster) =>
    clusterFiles(cluster).map(({ file, text }) => ({ file: `kubernetes/${cluster.name}/${file}`, text })),
  );
}
