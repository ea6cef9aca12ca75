export { kubernetes } from "../fleet/pools";
export { type AwsClusterProps, type AwsPoolProps, AwsSite, type AwsSiteProps } from "./aws-site";
export { type AwsContract, capacityBlock, onDemand, onDemandReservation, spot } from "./capacity";
export type { AwsClusterResources } from "./cluster";
export type { AwsNetworkResources } from "./network";
export type { AwsPoolResources } from "./pool";
export type { AwsClusterStack, AwsResources } from "./stack";
