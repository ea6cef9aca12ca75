import { documents } from "../../support";

/** YAML reads 1.30 as the number 1.3, an amount as a number, and a name of digits too. */
export const fleet = () => documents();

export const expected = [
  "error   sites/memphis.yaml:18:9: sites.memphis.clusters.train.pools[0].name: must be a name; got 100  [SCHEMA]",
  'error   sites/memphis.yaml:16:34: sites.memphis.clusters.train.scheduler.version: must be a version in quotes, such as "1.34"; got 1.3  [SCHEMA]',
  "error   sites/reno.yaml:14:9: sites.reno.lease.phases[0].id: must be a name; got 1  [SCHEMA]",
  'error   sites/reno.yaml:12:23: sites.reno.lease.rentPerKWMonth.amount: must be an amount in quotes, such as "1300000000.00"; got 130.5  [SCHEMA]',
];
