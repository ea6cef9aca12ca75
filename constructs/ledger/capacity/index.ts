export { type Adjacency, type Adjacent, adjacencyOf } from "./adjacent";

export { type CommittedSpan, commitmentIn, siteCommitments } from "./commitment";
export { demandsIn, mostWanted, type ScenarioDemand, scenariosOf, turnsOf, wantedOn } from "./demand-curve";
export { COUNTED, throughputFor } from "./lots";
export { OWN, type SiteParties, sitePartiesOf } from "./parties";
export { type PowerLine, type PowerSupply, powerSupplyOf } from "./power-lines";
export type { Remedies } from "./remedies";
export {
  amountOf,
  type CapacityOptions,
  type CapacityReport,
  type CoveredBy,
  capacityReport,
  coverageOf,
  type DemandCoverage,
  type PowerGroup,
  type SupplyGroup,
} from "./report";
export { type ServedCourse, type ServedPoint, servedOver } from "./served-over";
export { countedIn, remedyText, shortfallText } from "./shortfall-text";
export type { Shortfall } from "./shortfalls";
export {
  dayOf,
  endOfDay,
  hoursOf,
  instantOf,
  instantText,
  MS_PER_DAY,
  MS_PER_HOUR,
  meet,
  type Span,
  spanOf,
} from "./spans";
export { type BoundedStep, type CommittedTotal, type Step, stepAt, stepsOf, stepsWithin } from "./steps";
export {
  cloudWindow,
  contractName,
  type Supply,
  type SupplyLine,
  supplyOf,
  titleOf,
  type UndatedLine,
} from "./supply";
export { groupOf, schedulableShare } from "./usable";
export type { Waterfall } from "./waterfall";
export { type Commitment, commitments, type Dimension, dimensions } from "./words";
