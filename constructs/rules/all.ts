import { actualInPast } from "./actual-in-past";
import { allocationRules } from "./allocation-rules";
import { awsRules } from "./aws";
import { azureRules } from "./azure";
import { budgetKept, budgetRefs } from "./budget-kept";
import { capacityGaps, capacityOverlaps, termsRun } from "./capacity-adjacent";
import { commissioningDone } from "./commissioning-done";
import { compareRules } from "./compare-rules";
import { contractPhase } from "./contract-phase";
import { demandCovered } from "./demand-covered";
import { demandPoints } from "./demand-points";
import { demandRefs } from "./demand-refs";
import { deployedLoad } from "./deployed-load";
import { deploymentCounts } from "./deployment-counts";
import { deploymentRefs } from "./deployment-refs";
import { documentRefs } from "./document-refs";
import { energyCurtailment } from "./energy-curtailment";
import { energyData } from "./energy-data";
import { energyGrid } from "./energy-grid";
import { energyPue } from "./energy-pue";
import { energySupply } from "./energy-supply";
import { fabricRules } from "./fabric-rules";
import { googleRules } from "./google";
import { guaranteeAmount } from "./guarantee-amount";
import { guaranteeCovers } from "./guarantee-covers";
import { guaranteeObligor } from "./guarantee-obligor";
import { guaranteeSites } from "./guarantee-sites";
import { guaranteeTerms } from "./guarantee-terms";
import { hallsCool } from "./halls-cool";
import { hallsFit } from "./halls-fit";
import { hardwareLeaves } from "./hardware-leaves";
import { hardwareOrderKept } from "./hardware-order";
import { hardwareReady } from "./hardware-ready";
import { hostBits } from "./host-bits";
import { interconnectEnds } from "./interconnect-ends";
import { largeLoad } from "./large-load";
import { leadTime } from "./lead-time";
import { leaseConditions } from "./lease-conditions";
import { leaseEnd } from "./lease-end";
import { leaseExits } from "./lease-exits";
import { leaseState } from "./lease-state";
import { machineDefined } from "./machine-defined";
import { machineKnown } from "./machine-known";
import { machineOffered } from "./machine-offered";
import { milestoneFollows } from "./milestone-follows";
import { milestoneOrderKept } from "./milestone-order";
import { namesFit } from "./names-fit";
import { namesUnique } from "./names-unique";
import { noSecrets } from "./no-secrets";
import { offerRefs } from "./offer-refs";
import { oneCurrency } from "./one-currency";
import { operatorsReach } from "./operators-reach";
import { optionNotice } from "./option-notice";
import { outputRules } from "./output";
import { partyShares } from "./party-shares";
import { phasesSum } from "./phases-sum";
import { placeExists } from "./place-exists";
import { planSound } from "./plan-sound";
import { poolSize } from "./pool-size";
import { powerBackup } from "./power-backup";
import { powerChain } from "./power-chain";
import { powerCounted } from "./power-counted";
import { powerCover } from "./power-cover";
import { powerKnown } from "./power-known";
import { powerLegs } from "./power-legs";
import { powerLevel } from "./power-level";
import { powerSurvives } from "./power-n-1";
import { powerScheme } from "./power-scheme";
import { powerTree } from "./power-tree";
import { premisesFit } from "./premises-fit";
import { prepaidTerms } from "./prepaid-terms";
import { priceBooks } from "./price-books";
import { pricesCurrent } from "./prices-current";
import { pricesKnown } from "./prices-known";
import { pricesOnce } from "./prices-once";
import { programmeAddsUp } from "./programme";
import { provenanceKnown } from "./provenance-known";
import { rackFed } from "./rack-fed";
import { rackRules } from "./rack-rules";
import { rackSupplies } from "./rack-supplies";
import { rangesDisjoint } from "./ranges-disjoint";
import { rentAfterPower } from "./rent-after-power";
import { rentKnown } from "./rent-known";
import { rentStated } from "./rent-stated";
import { rentTerms } from "./rent-terms";
import { rentUsual } from "./rent-usual";
import { reservationOnce } from "./reservation-once";
import { residencyKept } from "./residency-kept";
import { responsibilitiesOnce } from "./responsibilities-once";
import { retiredClusters } from "./retired-clusters";
import type { Rule } from "./rule";
import { schedulerRules } from "./scheduler-rules";
import { securityRefs } from "./security-refs";
import { serviceLevelHolds } from "./service-level";
import { spreadClusters } from "./spread-clusters";
import { stateAccess } from "./state-access";
import { stateNames } from "./state-names";
import { statePrefix } from "./state-prefix";
import { stateStoreFits } from "./state-store-fits";
import { stateStoreKind } from "./state-store-kind";
import { waiverKnown } from "./waiver-known";
import { weightsLevel } from "./weights-level";
import { zonesProtect } from "./zones-protect";

const rules: readonly Rule[] = [
  namesUnique,
  namesFit,
  documentRefs,
  noSecrets,
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
  demandCovered,
  demandRefs,
  offerRefs,
  planSound,
  priceBooks,
  pricesOnce,
  pricesCurrent,
  pricesKnown,
  prepaidTerms,
  budgetKept,
  budgetRefs,
  partyShares,
  energyPue,
  energyGrid,
  energySupply,
  energyData,
  energyCurtailment,
  ...compareRules,
  capacityGaps,
  capacityOverlaps,
  termsRun,
  powerCounted,
  powerLevel,
  powerSurvives,
  powerScheme,
  rackFed,
  rackSupplies,
  powerLegs,
  powerChain,
  powerCover,
  powerBackup,
  powerKnown,
  largeLoad,
  powerTree,
  hallsFit,
  hallsCool,
  milestoneOrderKept,
  milestoneFollows,
  rentAfterPower,
  actualInPast,
  leaseEnd,
  optionNotice,
  phasesSum,
  programmeAddsUp,
  responsibilitiesOnce,
  rentStated,
  leaseState,
  premisesFit,
  rentTerms,
  leaseExits,
  rentKnown,
  leaseConditions,
  rentUsual,
  guaranteeCovers,
  guaranteeSites,
  guaranteeObligor,
  guaranteeAmount,
  guaranteeTerms,
  oneCurrency,
  interconnectEnds,
  hostBits,
  rangesDisjoint,
  stateNames,
  statePrefix,
  stateAccess,
  stateStoreKind,
  stateStoreFits,
  ...rackRules,
  ...allocationRules,
  ...fabricRules,
  ...schedulerRules,
  ...awsRules,
  ...googleRules,
  ...azureRules,
  commissioningDone,
  deployedLoad,
  deploymentCounts,
  deploymentRefs,
  hardwareLeaves,
  hardwareOrderKept,
  hardwareReady,
  leadTime,
  operatorsReach,
  provenanceKnown,
  residencyKept,
  securityRefs,
  serviceLevelHolds,
  weightsLevel,
  zonesProtect,
];

/** Every rule about the fleet document, in the order of docs/rules.md. */
export const allRules: readonly Rule[] = [...rules, waiverKnown([...rules, ...outputRules])];
