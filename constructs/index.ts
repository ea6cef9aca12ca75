/**
 * Siteform: infrastructure as code for fleets bound by power. Sites, clusters, contracts; the clouds are in `siteform/aws`,
 * `siteform/google` and `siteform/azure`, so that a user of one loads one.
 */
export {
  type DefinedMachine,
  defineMachine,
  type HardwareMachineType,
  type MachineSpec,
} from "./catalog";
export {
  type BudgetProps,
  type ComparisonProps,
  type DemandProps,
  type DeviceTypeProps,
  Fleet,
  type FleetProps,
  type GuaranteeProps,
  type InterconnectProps,
  type OfferProps,
  type PriceBookProps,
  type RackTypeProps,
  type ScenarioProps,
} from "./fleet/fleet";
export type { HardwareClusterProps, HardwarePoolProps, PhysicalSiteProps } from "./fleet/hardware";
export { LeasedSite, type LeasedSiteProps, leased } from "./fleet/leased-site";
export { type Addressed, addressOf, type Move, moved } from "./fleet/moved";
export { OwnedSite, type OwnedSiteProps, owned } from "./fleet/owned-site";
export { PartnerSite, type PartnerSiteProps } from "./fleet/partner-site";
export { PhysicalSite, type TerraformHook } from "./fleet/physical-site";
export {
  type ClusterProps,
  kubernetes,
  type PoolProps,
  type SiteKubernetesOptions,
  type SlurmOptions,
  slurm,
} from "./fleet/pools";
export { type AzureBlobState, type GcsState, RemoteState, type S3State } from "./fleet/remote-state";
export { type ISite, Site, type SiteBuild, type SiteProps } from "./fleet/site";
export type { SynthOptions, SynthResult } from "./fleet/synth";
export type {
  AddressPlanInput,
  CoolingTopologyInput,
  DataRate,
  DeploymentInput,
  Duration,
  FabricInput,
  Figure,
  Finding,
  FleetDocument,
  HallInput,
  LeaseInput,
  Money,
  PhaseInput,
  PolicyInput,
  Power,
  PowerFigure,
  PowerTopologyInput,
  RackLayoutInput,
  SecurityProfileInput,
  SiteEnergyInput,
  TitleInput,
  UtilityServiceInput,
} from "./model";
// By file, not from the index of the room: that one brings the forms of all kinds with it.
export { cidrSubnet, eachRange } from "./model/address";
export { addMoney, eur, gbp, usd } from "./model/money";
export {
  about,
  atLeast,
  atMost,
  days,
  gigabitsPerSecond,
  gigawatts,
  hours,
  kilowatts,
  megawatts,
  sum,
  terabitsPerSecond,
} from "./model/quantity";
export { assumed, contracted, measured, reported, vendorStated } from "./model/stated";
export type { PhysicalResources } from "./owned/terraform/stack";
