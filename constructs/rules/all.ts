import { actualInPast } from "./actual-in-past";
import { awsAddresses } from "./aws-addresses";
import { awsRegion } from "./aws-region";
import { awsStacks } from "./aws-stacks";
import { azureAddresses } from "./azure-addresses";
import { azureNodes } from "./azure-nodes";
import { azureSubnet } from "./azure-subnet";
import { capacityBlockLength } from "./capacity-block-length";
import { contractPhase } from "./contract-phase";
import { demandPoints } from "./demand-points";
import { eksNodeGroups } from "./eks-node-groups";
import { eksServices } from "./eks-services";
import { eksZones } from "./eks-zones";
import { googleAddresses } from "./google-addresses";
import { googleControlPlane } from "./google-control-plane";
import { googleNodes } from "./google-nodes";
import { googleZone } from "./google-zone";
import { guaranteeAmount } from "./guarantee-amount";
import { guaranteeObligor } from "./guarantee-obligor";
import { guaranteeSites } from "./guarantee-sites";
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
import { powerChain } from "./power-chain";
import { powerCounted } from "./power-counted";
import { powerCover } from "./power-cover";
import { powerKnown } from "./power-known";
import { programmeAddsUp } from "./programme";
import { rangesDisjoint } from "./ranges-disjoint";
import { rentAfterPower } from "./rent-after-power";
import { responsibilitiesOnce } from "./responsibilities-once";
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
  machineKnown,
  machineOffered,
  machineDefined,
  contractPhase,
  demandPoints,
  powerCounted,
  powerChain,
  powerCover,
  powerKnown,
  hallsFit,
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
  eksZones,
  eksServices,
  eksNodeGroups,
  capacityBlockLength,
  ultraServers,
  googleZone,
  tpuTopology,
  tpu7xVersion,
  tpuSliceSize,
  googleControlPlane,
  googleAddresses,
  googleNodes,
  azureSubnet,
  azureAddresses,
  azureNodes,
];

/** Every rule, in the order of docs/rules.md. */
export const allRules: readonly Rule[] = [...rules, waiverKnown(rules.map((rule) => rule.id))];
