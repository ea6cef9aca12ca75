export { kubernetes } from "../fleet/pools";
export { type FlexStartOptions, flexStart, type GoogleContract, onDemand, queued, reservation, spot } from "./capacity";
export { type ClusterRanges, type ClusterRangesProps, clusterRanges } from "./cluster-ranges";
export {
  type FilestoreOptions,
  filestore,
  type GoogleFileSystem,
  type LustreOptions,
  lustre,
} from "./file-systems";
export {
  type GoogleAnyPoolProps,
  type GoogleBucketProps,
  type GoogleClusterProps,
  type GoogleGpuPoolProps,
  type GooglePoolProps,
  GoogleSite,
  type GoogleSiteProps,
  type GoogleTpuPoolProps,
  type TpuTopology,
} from "./google-site";
export { type CreatedKey, createdKey, type ExistingKey, existingKey, type GoogleEncryptionProps } from "./keys";
export type { GoogleNetworkResources } from "./network";
export type { GoogleClusterStack, GoogleResources } from "./stack";
export { StateBucket, type StateBucketProps } from "./state-bucket";
export type { StateBucketResources } from "./state-bucket-stack";
