import { documents } from "../../support";

/** Kinds with a typing mistake, and one of another system. */
export const fleet = () => documents();

export const expected = [
  'error   sites/backstop.yaml:2:1: kind must be one of "Site", "UtilityService", "PowerTopology", "CoolingTopology", "Hall", "RackLayout", "Lease", "Cluster", "Fabric", "AddressPlan", "Allocation", "Deployment", "SecurityProfile", "RackType", "DeviceType", "Guarantee", "Demand", "Scenario", "Offer", "PriceBook", "Budget", "Comparison", "Interconnect"; got "Garantee"  [YAML]',
  '          → did you mean "Guarantee"?',
  'error   sites/memphis.yaml:2:1: kind must be one of "Site", "UtilityService", "PowerTopology", "CoolingTopology", "Hall", "RackLayout", "Lease", "Cluster", "Fabric", "AddressPlan", "Allocation", "Deployment", "SecurityProfile", "RackType", "DeviceType", "Guarantee", "Demand", "Scenario", "Offer", "PriceBook", "Budget", "Comparison", "Interconnect"; got "Sight"  [YAML]',
  'error   sites/web.yaml:2:1: kind must be one of "Site", "UtilityService", "PowerTopology", "CoolingTopology", "Hall", "RackLayout", "Lease", "Cluster", "Fabric", "AddressPlan", "Allocation", "Deployment", "SecurityProfile", "RackType", "DeviceType", "Guarantee", "Demand", "Scenario", "Offer", "PriceBook", "Budget", "Comparison", "Interconnect"; got "Service"  [YAML]',
];
