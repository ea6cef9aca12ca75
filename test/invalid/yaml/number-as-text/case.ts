import { documents } from "../../support";

/** Numbers in quotes, with a unit, with a comma. */
export const fleet = () => documents();

export const expected = [
  'error   sites/memphis.yaml:20:40: sites.memphis.clusters.train.pools.h100.count: must be a whole number of machines, 1 or more; got "1,000"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
  'error   sites/memphis.yaml:11:7: sites.memphis.halls.a.criticalItMW: must be a finite number of MW, 0 or more; got "18"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
  'error   sites/memphis.yaml:8:12: sites.memphis.power.valueMW: must be a finite number of MW, 0 or more; got "20 MW"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
  "error   sites/reno.yaml:8:24: sites.reno.power.5: is not a field here; there are valueMW, bound, meaning, countedAs, basis, source  [SCHEMA]",
];
