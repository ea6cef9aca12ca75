import { findPool, poolNames } from "../ledger";
import { didYouMean, phasesOf } from "../model";
import { type DeploymentAt, deployments } from "./deployment-walk";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, phasesPath } from "./walk";

export const deploymentRefs: Rule = {
  id: "DEPLOY-2",
  title: "a deployment names a phase and pools of its site, and the phase that the pool's contract names",
  severity: "error",
  source: "the fleet document: a deployment brings machines of pools to a phase, and says so in their words",
  *check(context) {
    for (const each of deployments(context)) {
      yield* phase(context, each);
      yield* pools(context, each);
    }
  },
};

function* phase(context: RuleContext, { site, deployment, path }: DeploymentAt): Generator<Report> {
  const ids = phasesOf(site).map(({ id }) => id);
  if (ids.includes(deployment.phase) || context.lacksItems(phasesPath(site))) return;
  const has = ids.length === 0 ? "it has no phases" : `it has ${ids.join(", ")}`;
  yield {
    path: `${path}.phase`,
    observed: deployment.phase,
    message: `the site has no phase ${JSON.stringify(deployment.phase)}; ${has}`,
    ...hinted(didYouMean(deployment.phase, ids)),
  };
}

function* pools(context: RuleContext, { site, sitePath, deployment, path }: DeploymentAt): Generator<Report> {
  const known = poolNames(site);
  const exists = (id: string) => phasesOf(site).some((each) => each.id === id);
  for (const { name } of deployment.pools) {
    const place = { path: `${path}.pools.${name}`, observed: name };
    const found = findPool(site, name);
    if (found === undefined) {
      if (context.isPartial(`${sitePath}.clusters`)) continue;
      const has = known.length === 0 ? "it has no pools" : `it has ${known.join(", ")}`;
      yield {
        ...place,
        message: `the site has no pool ${JSON.stringify(name)}; ${has}`,
        ...hinted(didYouMean(name, known)),
      };
    } else {
      const named = found.pool.capacity.phase;
      // Of a phase that there is not, it has been said, here or by CAP-1.
      if (named === undefined || named === deployment.phase || ![named, deployment.phase].every(exists)) continue;
      yield {
        ...place,
        path: `${path}.phase`,
        observed: deployment.phase,
        limit: named,
        message: `the deployment brings ${name} with phase ${deployment.phase}; the contract of the pool names phase ${named}`,
        hint: "name one phase, or split the pool where its machines come with several",
      };
    }
  }
}
