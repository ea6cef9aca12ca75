import { hardwareDay, leaseEndOf, premisesOf, sharesOf } from "../ledger";
import { compareDates, leaseOf } from "../model";
import { type DeploymentAt, deployments } from "./deployment-walk";
import type { Report, Rule } from "./rule";
import { machineAt } from "./walk";

export const hardwareLeaves: Rule = {
  id: "DEPLOY-4",
  title: "hardware is commissioned before the lease ends, and one's own is out by then",
  severity: "error",
  formula:
    "commissioned < end of the lease, with the extensions that were exercised; removed <= end; until of pools one owns <= end",
  source: "a lease gives the premises back on its last day (validator TIME-1)",
  *check(context) {
    for (const each of deployments(context)) {
      const lease = leaseOf(each.site);
      const machine = (type: string) => machineAt(context, each.site, type);
      const end = lease === undefined ? undefined : leaseEndOf(lease, premisesOf(each.site, machine));
      if (end !== undefined) yield* leaving(each, end);
    }
  },
};

function* leaving({ site, sitePath, deployment, path }: DeploymentAt, end: string): Generator<Report> {
  const place = { phase: deployment.phase, limit: end };
  const commissioned = hardwareDay(deployment, "commissioned");
  if (commissioned !== undefined && compareDates(commissioned, end) >= 0) {
    yield {
      ...place,
      path: `${path}.milestones.commissioned`,
      observed: commissioned,
      message: `the hardware is commissioned on ${commissioned}, when the lease ends on ${end}`,
    };
  }
  const own = sharesOf(site, deployment).filter(({ pool }) => pool.capacity.kind === "owned");
  const removed = hardwareDay(deployment, "removed");
  if (removed !== undefined && compareDates(removed, end) > 0 && own.length > 0) {
    yield {
      ...place,
      path: `${path}.milestones.removed`,
      observed: removed,
      message: `the hardware leaves on ${removed}, after the lease ends on ${end}`,
    };
  }
  for (const { cluster, pool } of own) {
    const { until } = pool.capacity;
    if (until === undefined || compareDates(until, end) <= 0) continue;
    yield {
      ...place,
      path: `${sitePath}.clusters.${cluster}.pools.${pool.name}.capacity.until`,
      observed: until,
      message: `the machines are to work until ${until}, but the lease of their hall ends on ${end}`,
      hint: "extend the lease, or move the machines before it ends",
    };
  }
  const silent = own.filter(({ pool }) => pool.capacity.until === undefined);
  if (removed !== undefined || silent.length === 0) return;
  yield {
    ...place,
    path: `${path}.milestones`,
    severity: "warning",
    message: `nobody says when ${silent.map(({ name }) => name).join(", ")} leaves; the lease ends on ${end}`,
    hint: "give milestones.removed, or until at the contract of the pool",
  };
}
