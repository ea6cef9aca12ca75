import { documents } from "../../support";

/** Words that are not among those allowed, in the site, its lease and a guarantee of it. */
export const fleet = () => documents();

export const expected = [
  'error   sites/backstop.yaml:7:3: guarantees.backstop.covers: must be one of "rent", "rentAndPassThrough", "terminationFee"; got "rents"  [SCHEMA]',
  '          → did you mean "rent"?',
  'error   sites/memphis.yaml:20:29: sites.memphis.lease.phases.p1.power.meaning: must be one of "criticalIT", "utility", "unstated"; got "critical"  [SCHEMA]',
  '          → did you mean "criticalIT"?',
  'error   sites/memphis.yaml:17:3: sites.memphis.lease.state: must be one of "proposed", "exclusive", "signedWithConditions", "binding", "commenced", "ended"; got "signed"  [SCHEMA]',
  '          → did you mean "signedWithConditions"?',
  'error   sites/memphis.yaml:8:3: sites.memphis.scope: must be one of "land", "poweredShell", "turnkey", "compute"; got "turn-key"  [SCHEMA]',
  '          → did you mean "turnkey"?',
  'error   sites/reno.yaml:6:3: sites.reno.tenure: must be one of "cloud", "owned", "leased", "partner"; got "rented"  [SCHEMA]',
];
