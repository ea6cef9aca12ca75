import type { Deployment, PhysicalSiteSpec } from "../model";
import type { RuleContext } from "./rule";
import { sites } from "./walk";

/** A site that is not a cloud, and its path. */
export interface PhysicalSiteAt {
  readonly site: PhysicalSiteSpec;
  readonly path: string;
}

/** A deployment with its site and path. */
export interface DeploymentAt extends PhysicalSiteAt {
  readonly deployment: Deployment;
  /** Of the site. */
  readonly sitePath: string;
}

/** Every site in use that is not a cloud. */
export function* physicalSites(context: RuleContext): Generator<PhysicalSiteAt> {
  for (const { site, path } of sites(context)) if (site.tenure !== "cloud") yield { site, path };
}

/** Every deployment of the sites in use. */
export function* deployments(context: RuleContext): Generator<DeploymentAt> {
  for (const { site, path } of physicalSites(context)) {
    for (const deployment of site.deployments) {
      yield { site, sitePath: path, deployment, path: `${path}.deployments.${deployment.name}` };
    }
  }
}
