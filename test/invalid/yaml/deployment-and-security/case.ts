import { documents } from "../../support";

/** A deployment and a security profile on pages of their own, against the lease and the cluster on theirs. */
export const fleet = () => documents();

export const expected = [
  "error   sites/train.yaml:9:40: sites.reno.clusters.train.pools.h100.count: the deployments first, second bring 101 machines to a pool of 100  [DEPLOY-5]",
  "          → give each deployment of the pool a count of its own",
  "error   sites/deployment.yaml:11:5: sites.reno.deployments.first.milestones.commissioned (phase p1): the hardware is commissioned on 2027-03-01, 91 days before phase p1 can be used on 2027-05-31  [DEPLOY-3]",
  "          → move the deployment to a later day or an earlier phase",
  'error   sites/deployment.yaml:19:3: sites.reno.deployments.second.phase: the site has no phase "p2"; it has p1  [DEPLOY-2]',
  "error   sites/security.yaml:16:7: sites.reno.securityProfile.access.guards.racks: the landlord reaches racks unescorted in the zone hall, where weights are  [PHYS-1]",
  '          → "escorted" or "none"',
  "error   sites/security.yaml:7:15: sites.reno.securityProfile.attained.level: the weights on train need SL3; the site attains SL2 (vendor: the assessment of 2026)  [SEC-1]",
  "          → keep weights elsewhere, or raise what protects them here",
];
