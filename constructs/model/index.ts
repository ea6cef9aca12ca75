export * from "./address";
export * from "./address-plan";
export * from "./allocation";
export * from "./aws";
export * from "./aws-capacity";
export * from "./aws-eks";
export * from "./aws-network";
export * from "./aws-pool";
export * from "./aws-storage";
export * from "./azure";
export * from "./basis";
export * from "./budget";
export * from "./capacity";
export * from "./cidr";
export * from "./cluster";
export {
  CloudTerm,
  type CloudTermInput,
  Counted,
  type CountedInput,
  KubernetesScheduler,
  Purpose,
  SlurmScheduler,
} from "./cluster-base";
export * from "./commitment";
export * from "./comparison";
export * from "./cooling-topology";
export * from "./curve";
export * from "./date";
export * from "./demand";
export * from "./deployment";
export * from "./device-type";
export * from "./documents";
export * from "./energy";
export * from "./fabric";
export * from "./finding";
export * from "./fleet";
export * from "./format-finding";
export * from "./google";
export * from "./guarantee";
export * from "./hall";
export * from "./hostlist";
export * from "./hostlist-compress";
export * from "./in-use";
export * from "./interconnect";
export * from "./kinds";
export * from "./lease";
export * from "./lease-terms";
export * from "./link-ends";
export * from "./location";
export * from "./machine";
export * from "./milestone";
export * from "./money";
export * from "./money-figure";
export * from "./money-schema";
export * from "./path";
export { MOST_MONTHS } from "./periods";
export * from "./phase";
export * from "./planning";
export * from "./policy";
export * from "./power";
export * from "./power-topology";
export * from "./price-book";
export * from "./primitives";
export * from "./quantity";
export * from "./rack-feed";
export * from "./rack-layout";
export * from "./rack-type";
export * from "./read";
export {
  Escalation,
  EscalationDay,
  Premises,
  Proration,
  RentCommencementOn,
  Rounding,
} from "./rent";
export * from "./scenario";
export * from "./security-profile";
export * from "./show";
export * from "./site";
export * from "./site-dates";
export * from "./site-scheduler";
export * from "./state";
export * from "./state-store";
export * from "./stated";
export * from "./suggest";
export * from "./survival";
export * from "./totals";
export * from "./utility-service";
export * from "./yaml";
