export type { AcceleratorName } from "./accelerators";
export { accelerators } from "./accelerators";
export type { AwsMachineType } from "./aws-machines";
export { awsMachines } from "./aws-machines";
export { defaultZones, partitionOf, takesControlPlane, zoneIdsOf, zonePrefixOf } from "./aws-regions";
export type { AzureMachineType } from "./azure-machines";
export { azureMachines } from "./azure-machines";
export { type DeviceTypeName, deviceTypes } from "./devices";
export type { GoogleGpuMachineType, GoogleTpuMachineType } from "./google-machines";
export { googleGpuMachines, googleMachines, googleTpuMachines } from "./google-machines";
export { findGrid, type Grid, type GridName, gridNames, grids } from "./grids";
export type { HardwareMachineType } from "./hardware-machines";
export { hardwareMachines } from "./hardware-machines";
export { type HostNetwork, hostNetworkOf } from "./host-networks";
export { assumedLeadTime, type MaterialKind } from "./lead-times";
export { type EndFact, fecOf, fibreModule, isMultimode, plugsOf } from "./link-ends";
export { acceleratorOf, findMachine, machineTypes } from "./lookup";
export type { DefinedMachine, MachineSpec } from "./machine";
export { defineMachine } from "./machine";
export { findMedium, type MediumType, MOST_JUNCTIONS, mediaAt } from "./optics";
export { type PoolSize, type SizedPool, sizePool } from "./pool-size";
export { type RackTypeName, rackTypes } from "./racks";
export {
  findSwitch,
  portsAt,
  type SwitchName,
  type SwitchSpeed,
  type SwitchType,
  speedOf,
  switchNames,
} from "./switches";
export type { ResolvedTopology } from "./tpu-topologies";
export { chipsOfProductName, parseTopology, resolveTopology, topologiesOf } from "./tpu-topologies";
export type { Accelerator, Machine, NetworkCards, Offer, TpuGeneration } from "./types";
