export { kubernetes } from "../fleet/pools";
export { type AwsBucketProps, type AwsClusterProps, type AwsPoolProps, AwsSite, type AwsSiteProps } from "./aws-site";
export type { AwsBucketResources } from "./bucket";
export {
  type AwsContract,
  buyCapacityBlock,
  type CapacityBlockOptions,
  type CapacityBlockPurchaseOptions,
  capacityBlock,
  type NewReservation,
  type OnDemandOptions,
  type OnDemandReservationOptions,
  onDemand,
  onDemandReservation,
  spot,
} from "./capacity";
export type { AwsClusterResources } from "./cluster";
export { existingVpc } from "./existing";
export {
  type AwsBucketLinkOptions,
  lustre,
  otherBucket,
  type PersistentLustreOptions,
  type ScratchLustreOptions,
  scratchLustre,
  siteBucket,
  type TieredLustreOptions,
  tieredLustre,
} from "./file-systems";
export { al2023, bottlerocket, customImage } from "./images";
export type { AwsLustreResources } from "./lustre";
export type { AwsNetworkResources } from "./network";
export type { AwsNetworkInputs } from "./network-inputs";
export type { AwsPoolResources } from "./pool";
export type { PoolCapacity } from "./pool-capacity";
export type { AwsClusterStack, AwsResources } from "./stack";
export { StateBucket, type StateBucketProps } from "./state-bucket";
export type { StateBucketResources } from "./state-bucket-stack";
