import { actualInPast } from "./actual-in-past";
import { awsAddresses } from "./aws-addresses";
import { awsRegion } from "./aws-region";
import { awsStacks } from "./aws-stacks";
import { awsZoneRange } from "./aws-zone-range";
import { azureAddresses } from "./azure-addresses";
import { azureNodes } from "./azure-nodes";
import { azureRegion } from "./azure-region";
import { azureReservationGroup } from "./azure-reservation-group";
import { azureSubnet } from "./azure-subnet";
import { capacityBlockLength } from "./capacity-block-length";
import { capacityBlockOver } from "./capacity-block-over";
import { contractPhase } from "./contract-phase";
import { demandPoints } from "./demand-points";
import { eksNodeGroups } from "./eks-node-groups";
import { eksServices } from "./eks-services";
import { eksZones } from "./eks-zones";
import { googleAddresses } from "./google-addresses";
import { googleControlPlane } from "./google-control-plane";
import { googleNodes } from "./google-nodes";
import { googleRegion } from "./google-region";
import { googleZone } from "./google-zone";
import { guaranteeAmount } from "./guarantee-amount";
import { guaranteeObligor } from "./guarantee-obligor";
import { guaranteeSites } from "./guarantee-sites";
import { hallsCool } from "./halls-cool";
import { hallsFit } from "./halls-fit";
import { hostBits } from "./host-bits";
import { interconnectEnds } from "./interconnect-ends";
import { leaseEnd } from "./lease-end";
import { leaseState } from "./lease-state";
import { machineDefined } from "./machine-defined";
import { machineKnown } from "./machine-known";
import { machineOffered } from "./machine-offered";
import { milestoneOrderKept } from "./milestone-order";
import { namesFit } from "./names-fit";
import { namesUnique } from "./names-unique";
import { oneCurrency } from "./one-currency";
import { phasesSum } from "./phases-sum";
import { placeExists } from "./place-exists";
import { poolSize } from "./pool-size";
import { powerChain } from "./power-chain";
import { powerCounted } from "./power-counted";
import { powerCover } from "./power-cover";
import { powerKnown } from "./power-known";
import { programmeAddsUp } from "./programme";
import { rangesDisjoint } from "./ranges-disjoint";
import { rentAfterPower } from "./rent-after-power";
import { reservationOnce } from "./reservation-once";
import { responsibilitiesOnce } from "./responsibilities-once";
import { retiredClusters } from "./retired-clusters";
import type { Rule } from "./rule";
import { tpuSliceSize } from "./tpu-slice-size";
import { tpuTopology } from "./tpu-topology";
import { tpu7xVersion } from "./tpu7x-version";
import { ultraServers } from "./ultra-servers";
import { vpcRanges } from "./vpc-ranges";
import { waiverKnown } from "./waiver-known";

const rules: readonly Rule[] = [
  namesUnique,
  namesFit,
  placeExists,
  retiredClusters,
  machineKnown,
  machineOffered,
  machineDefined,
  poolSize,
  contractPhase,
  capacityBlockOver,
  reservationOnce,
  demandPoints,
  powerCounted,
  powerChain,
  powerCover,
  powerKnown,
  hallsFit,
  hallsCool,
  milestoneOrderKept,
  rentAfterPower,
  actualInPast,
  leaseEnd,
  phasesSum,
  programmeAddsUp,
  responsibilitiesOnce,
  leaseState,
  guaranteeSites,
  guaranteeObligor,
  guaranteeAmount,
  oneCurrency,
  interconnectEnds,
  hostBits,
  rangesDisjoint,
  awsRegion,
  awsStacks,
  vpcRanges,
  awsAddresses,
  awsZoneRange,
  eksZones,
  eksServices,
  eksNodeGroups,
  capacityBlockLength,
  ultraServers,
  googleRegion,
  googleZone,
  tpuTopology,
  tpu7xVersion,
  tpuSliceSize,
  googleControlPlane,
  googleAddresses,
  googleNodes,
  azureRegion,
  azureSubnet,
  azureAddresses,
  azureNodes,
  azureReservationGroup,
];

/** Every rule, in the order of docs/rules.md. */
export const allRules: readonly Rule[] = [...rules, waiverKnown(rules)];
