export { kubernetes } from "../fleet/pools";
export { type AzureClusterProps, type AzurePoolProps, AzureSite, type AzureSiteProps } from "./azure-site";
export { type AzureContract, capacityReservation, onDemand, spot } from "./capacity";
export type { AzureClusterResources } from "./cluster";
export type { AzureNetworkResources } from "./network";
export type { AzureResources } from "./stack";
