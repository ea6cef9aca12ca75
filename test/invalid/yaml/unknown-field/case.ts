import { documents } from "../../support";

/** Fields with a typing mistake, in two sites and a cluster. */
export const fleet = () => documents();

export const expected = [
  "error   sites/memphis.yaml:21:7: sites.memphis.clusters.train.pools.h100.machines: is not a field here; there are name, machine, machinePowerKW, counted, count, halls, rackType, machinesPerRack, survival, labels, capacity  [SCHEMA]",
  '          → did you mean "machine"?',
  "error   sites/memphis.yaml:7:3: sites.memphis.dispalyName: is not a field here; there are name, tenure, displayName, location, power, peakPue, energy, retired, utilities, powerTopology, coolingTopology, halls, rackLayouts, fabrics, addressPlan, allocation, deployments, securityProfile, phases, clusters  [SCHEMA]",
  '          → did you mean "displayName"?',
  "error   sites/memphis.yaml:10:5: sites.memphis.location.sub-division: is not a field here; there are country, subdivision, locality, latitude, longitude, timeZone  [SCHEMA]",
  '          → did you mean "subdivision"?',
  "error   sites/reno.yaml:8:12: sites.reno.power.valueKW: is not a field here; there are valueMW, bound, meaning, countedAs, basis, source  [SCHEMA]",
  "          → power is written in MW: 20,000 kW are valueMW: 20",
];
