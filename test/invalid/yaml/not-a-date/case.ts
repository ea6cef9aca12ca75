import { documents } from "../../support";

/** Dates that are none, with and without quotes. */
export const fleet = () => documents();

export const expected = [
  'error   sites/peak.yaml:8:9: demands.peak.points[0].from: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "2027-1-1"  [SCHEMA]',
  'error   sites/memphis.yaml:19:3: sites.memphis.lease.end: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "Q4 2036"  [SCHEMA]',
  'error   sites/memphis.yaml:23:7: sites.memphis.lease.phases.p1.rentCommencement: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got 20270101  [SCHEMA]',
  'error   sites/memphis.yaml:18:3: sites.memphis.lease.signed: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "2026-02-30"  [SCHEMA]',
];
