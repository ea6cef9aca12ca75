import type { Deployment } from "../model";
import type { RuleContext } from "./rule";
import { type PhysicalSiteAt, physicalSites } from "./walk";

/** A deployment with its site and path. */
export interface DeploymentAt extends PhysicalSiteAt {
  readonly deployment: Deployment;
  /** Of the site. */
  readonly sitePath: string;
}

/** Every deployment of the sites in use. */
export function* deployments(context: RuleContext): Generator<DeploymentAt> {
  for (const { site, path } of physicalSites(context)) {
    for (const deployment of site.deployments) {
      yield { site, sitePath: path, deployment, path: `${path}.deployments.${deployment.name}` };
    }
  }
}
