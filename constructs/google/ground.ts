import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import type { Construct } from "constructs";
import type { GoogleSiteSpec } from "../model";
import type { StackPlan } from "./names";

/** What everything in a stack stands on. */
export interface StackGround {
  /** What waits for these APIs: nothing where the site does not enable them. */
  after(...apis: readonly Api[]): ProjectService[];
}

/** An API of Google Cloud, `compute.googleapis.com` without its domain. */
export type Api =
  | "cloudkms"
  | "cloudresourcemanager"
  | "compute"
  | "container"
  | "file"
  | "iam"
  | "lustre"
  | "servicenetworking"
  | "storage";

const ALWAYS: readonly Api[] = ["cloudresourcemanager", "compute", "container", "iam"];

/** The APIs that a stack's resources need. */
function apisOf(site: GoogleSiteSpec, plan: StackPlan): Api[] {
  const storage = plan.clusters.flatMap((cluster) => cluster.storage ?? []);
  const has = (kind: string) => storage.some((each) => each.kind === kind);
  const peered = plan.clusters.some((cluster) => cluster.network.privateServices !== undefined);
  return [
    ...ALWAYS,
    ...(site.encryption === undefined ? [] : (["cloudkms"] as const)),
    ...(has("filestore") ? (["file"] as const) : []),
    ...(has("lustre") ? (["lustre"] as const) : []),
    ...(peered ? (["servicenetworking"] as const) : []),
    ...(plan.buckets.length === 0 ? [] : (["storage"] as const)),
  ];
}

/** Enables the APIs of a stack, when the site asks for it. They stay enabled when the stack goes: others may use them. */
export function layGround(scope: Construct, site: GoogleSiteSpec, plan: StackPlan): StackGround {
  if (site.enableApis !== true) return { after: () => [] };
  const services = new Map(
    apisOf(site, plan).map((api) => {
      const service = `${api}.googleapis.com`;
      return [
        api,
        new ProjectService(scope, `api-${api}`, { project: site.project, service, disableOnDestroy: false }),
      ];
    }),
  );
  return { after: (...apis) => apis.flatMap((api) => services.get(api) ?? []) };
}

/** What something waits for, and outlives it; nothing is written where there is none. */
export const waits = <T>(all: readonly T[]): { readonly dependsOn?: T[] } =>
  all.length === 0 ? {} : { dependsOn: [...all] };

/** What is costly to lose: Terraform refuses to destroy or replace it while it is protected. */
export const guarded = (isProtected: boolean): { readonly lifecycle?: { readonly preventDestroy: true } } =>
  isProtected ? { lifecycle: { preventDestroy: true } } : {};
