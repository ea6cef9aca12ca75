import type { GoogleBucket, GoogleSiteSpec } from "../model";
import { clusterName } from "./cloud-names";

type Named = { readonly name: string };

/** The file system of a cluster in Google's APIs: Managed Lustre and Filestore allow 63 characters. */
export const fileSystemName = (site: Named, cluster: Named, storage: Named): string =>
  `${clusterName(site, cluster)}-${storage.name}`;

/** The output of the stack that says where clients find a file system: `train-lustre-scratch`. */
export const fileSystemOutput = (cluster: Named, storage: Named & { readonly kind: string }): string =>
  `${cluster.name}-${storage.kind}-${storage.name}`;

/** The name of a bucket, one in all of Cloud Storage: the project's id is nobody else's. */
export const bucketName = (site: Pick<GoogleSiteSpec, "name" | "project">, bucket: GoogleBucket): string =>
  bucket.bucket ?? `${site.project}-${site.name}-${bucket.name}`;
