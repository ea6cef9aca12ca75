import { actualInPast } from "./actual-in-past";
import { awsRules } from "./aws";
import { azureRules } from "./azure";
import { contractPhase } from "./contract-phase";
import { demandPoints } from "./demand-points";
import { fabricRules } from "./fabric-rules";
import { googleRules } from "./google";
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
import { milestoneFollows } from "./milestone-follows";
import { milestoneOrderKept } from "./milestone-order";
import { namesFit } from "./names-fit";
import { namesUnique } from "./names-unique";
import { oneCurrency } from "./one-currency";
import { outputRules } from "./output";
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
import { spreadClusters } from "./spread-clusters";
import { stateAccess } from "./state-access";
import { stateNames } from "./state-names";
import { statePrefix } from "./state-prefix";
import { stateStoreFits } from "./state-store-fits";
import { stateStoreKind } from "./state-store-kind";
import { waiverKnown } from "./waiver-known";

const rules: readonly Rule[] = [
  namesUnique,
  namesFit,
  placeExists,
  spreadClusters,
  retiredClusters,
  machineKnown,
  machineOffered,
  machineDefined,
  poolSize,
  contractPhase,
  reservationOnce,
  demandPoints,
  powerCounted,
  powerChain,
  powerCover,
  powerKnown,
  hallsFit,
  hallsCool,
  milestoneOrderKept,
  milestoneFollows,
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
  stateNames,
  statePrefix,
  stateAccess,
  stateStoreKind,
  stateStoreFits,
  ...fabricRules,
  ...awsRules,
  ...googleRules,
  ...azureRules,
];

/** Every rule about the fleet document, in the order of docs/rules.md. */
export const allRules: readonly Rule[] = [...rules, waiverKnown([...rules, ...outputRules])];
