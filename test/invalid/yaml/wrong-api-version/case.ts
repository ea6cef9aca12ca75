import { documents } from "../../support";

/** A version that does not exist yet, another system's, and none. */
export const fleet = () => documents();

export const expected = [
  'error   sites/memphis.yaml:1:1: apiVersion must be "siteform.dev/v1alpha1"; got "siteform.dev/v1"  [YAML]',
  '          → did you mean "siteform.dev/v1alpha1"?',
  'error   sites/reno.yaml:1:1: apiVersion must be "siteform.dev/v1alpha1"; got "v1"  [YAML]',
  'error   sites/reno.yaml:2:1: kind must be one of "Site", "UtilityService", "PowerTopology", "CoolingTopology", "Hall", "RackLayout", "Lease", "Cluster", "Fabric", "AddressPlan", "Allocation", "Deployment", "SecurityProfile", "RackType", "DeviceType", "Guarantee", "Demand", "Scenario", "Offer", "PriceBook", "Budget", "Comparison", "Interconnect"; got "Namespace"  [YAML]',
  "error   sites/reno.yaml:1:1: spec is missing; must be an object  [YAML]",
  'error   sites/tulsa.yaml:1:1: apiVersion is missing; must be "siteform.dev/v1alpha1"  [YAML]',
];
