export * from "./address";
export * from "./aws";
export * from "./aws-capacity";
export * from "./aws-eks";
export * from "./aws-network";
export * from "./aws-pool";
export * from "./aws-storage";
export * from "./azure";
export * from "./basis";
export * from "./capacity";
export * from "./cluster";
export { KubernetesScheduler, Purpose, Scheduler, SlurmScheduler } from "./cluster-base";
export * from "./commitment";
export * from "./date";
export * from "./demand";
export * from "./documents";
export * from "./finding";
export * from "./fleet";
export * from "./format-finding";
export * from "./google";
export * from "./guarantee";
export * from "./in-use";
export * from "./interconnect";
export * from "./lease";
export * from "./lease-terms";
export * from "./location";
export * from "./machine";
export * from "./milestone";
export * from "./money";
export * from "./money-figure";
export * from "./path";
export { MOST_MONTHS } from "./periods";
export * from "./phase";
export * from "./policy";
export * from "./power";
export * from "./primitives";
export * from "./quantity";
export * from "./read";
export {
  Escalation,
  EscalationDay,
  Premises,
  Proration,
  RentCommencementOn,
  Rounding,
} from "./rent";
export * from "./show";
export * from "./site";
export * from "./site-dates";
export * from "./state";
export * from "./state-store";
export * from "./stated";
export * from "./suggest";
export * from "./survival";
export * from "./totals";
export * from "./yaml";
