export { kubernetes } from "../fleet/pools";
export { type FlexStartOptions, flexStart, type GoogleContract, onDemand, reservation, spot } from "./capacity";
export {
  type GoogleClusterProps,
  type GoogleGpuPoolProps,
  type GooglePoolProps,
  GoogleSite,
  type GoogleSiteProps,
  type GoogleTpuPoolProps,
  type TpuTopology,
} from "./google-site";
export type { GoogleNetworkResources } from "./network";
export type { GoogleClusterStack, GoogleResources } from "./stack";
