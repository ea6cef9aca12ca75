export {
  type AccessRow,
  accessRows,
  reaches,
  weightZones,
  zoneAndOuter,
  zonesOfCluster,
} from "./access";
export {
  type AddressPlan,
  MOST_ZONES,
  planAddresses,
  sharingClusters,
  zoneOf,
  zonesOf,
  zonesUsed,
} from "./aws-address-plan";
export { driverInstallable, gpuDriverOf } from "./azure-drivers";
export { hasInfiniBand } from "./azure-names";
export { billOfMaterials, type MaterialContext, type MaterialLine, type OtherMaterial } from "./bill-of-materials";
export { clusterName } from "./cloud-names";
export { type Checklist, type ChecklistStep, checklist, checklistsOf } from "./commissioning";
export { defaultSteps, levelOf } from "./commissioning-steps";
export {
  type CommittedCost,
  type CostOptions,
  committedCost,
  type ExitCost,
  type OwedUntilExit,
} from "./committed-cost";
export {
  deployedCounts,
  findPool,
  hardwareDay,
  machineLeadTime,
  neededBy,
  orderBy,
  type PoolShare,
  phaseReady,
  poolNames,
  sharesOf,
  sparesOf,
} from "./deployment-plan";
export {
  type EnergizedFrom,
  type EnergizedShare,
  energizedMachines,
  energizedShares,
  energizedSteps,
  isEnergized,
} from "./energized";
export { type Exit, exitBy, exitFee, exitsOf, isInForce, isSigned, type Side, sidesOf } from "./exits";
export { expandFleet } from "./expand";
export { byCurrency, type Exposure, exposures } from "./exposure";
export {
  acceleratorResource,
  type ExtendedResource,
  efaInterfaces,
  extendedResources,
  hasNvlinkDomain,
  isAmd,
  RDMA_RESOURCE,
  RDMA_SLOTS,
} from "./extended-resources";
export { type CapacityStep, type FirmCapacity, firmCapacity, firmKWOn } from "./firm-capacity";
export { type GpuTransport, gpuInterfacesOf, gpuNetworks } from "./google-gpu-networks";
export { guaranteedOn, guaranteeStart } from "./guarantee-amount";
export { type CoverOptions, type CoverRow, type LeaseCover, leaseCovers, shortMonths } from "./guarantee-cover";
export { sumOf } from "./money-sum";
export { fiscalYearOf, type Month, monthOf, monthsFrom } from "./months";
export { breakerKVA, limitOf, type NodeLimit } from "./node-limit";
export {
  AKS_SPOT,
  awsTaints,
  azureTaints,
  googleLabels,
  googleTaints,
  isNeuron,
  type NodeTaint,
  POOL_LABEL,
} from "./node-marks";
export { type Notice, type NoticeKind, type NoticeOptions, noticeCalendar } from "./notices";
export { type ObligationOptions, obligationsByYear, type YearObligation } from "./obligations";
export { type Amount, isCommitted, type PartyRole, partyName, partyRoles, type Role, siteKW } from "./party-roles";
export { type PassThroughLine, passThroughLines } from "./pass-through";
export { leaseEndOf, premisesOf, type Rate, type RentedPremises, type RentUnit, rateIn } from "./premises";
export { type Place, presenceAt, type SitePresence } from "./presence";
export { missingPaths, protectedPaths } from "./protected-parts";
export { type GroupCapacity, groupCapacities, type RedundantSystem } from "./redundancy";
export { type RentGap, type RentLine, type RentOptions, type RentSchedule, rentSchedule } from "./rent";
export { type MonthRent, rentByMonth, rentByYear, rentInAll, type YearRent } from "./rent-totals";
export {
  type Artefact,
  artefactLayer,
  artefacts,
  counterpartyOf,
  emits,
  isPreliminary,
  observedLayers,
  operates,
  operatorOf,
  responsibilitiesOf,
} from "./responsibility";
export { type MachineLookup, powerFiguresOf, type SiteFigures, siteFigures } from "./site-figures";
export { splitAmount } from "./split-amount";
export {
  clustersNeeded,
  eachRangesOf,
  isSpread,
  MOST_CLUSTERS,
  spreadCount,
  spreadFleet,
  spreadName,
  writtenName,
} from "./spread";
export { stateKey, statePlace, statePrefix } from "./state-keys";
export { isBetween, lastDay, noticeWindow, optionSpans, termSpans } from "./term";
export {
  firmAt,
  onsiteAt,
  type PowerTerm,
  type PowerTermName,
  powerDays,
  type UsablePower,
  usablePower,
  usablePowerSteps,
} from "./usable-power";
