import { designClos } from "../owned/fabric/clos";
import { closInputOf, railsOf, switchOf } from "../owned/fabric/resolve";
import { type JoinedFabric, joinedFabrics } from "./fabric-walk";
import type { Report, Rule } from "./rule";
import { listed } from "./walk";

export const fabricRails: Rule = {
  id: "NET-3",
  title: "NIC r of every host of a scalable unit has a port at leaf r of it, and no NVLink domain lies in two units",
  severity: "error",
  layer: "fabric",
  formula:
    "hosts of a unit <= k - uplinks; rails <= NICs of a host; warning: hosts of a unit mod hosts of an NVLink domain = 0",
  source: "NVIDIA DGX SuperPOD H100 reference architecture, network fabrics: rail-optimized units are built in full",
  *check(context) {
    for (const each of joinedFabrics(context)) {
      yield* nics(each);
      yield* leaf(each);
      yield* domains(each);
    }
  },
};

function* nics({ fabric, path, cluster, hosts }: JoinedFabric): Generator<Report> {
  if (hosts.uneven && fabric.rails === undefined) {
    yield {
      path: `${path}.rails`,
      observed: hosts.nics,
      unit: "rails",
      message: `hosts of ${listed(hosts.machines)} in cluster ${cluster.name} have different numbers of NICs; ${hosts.nics} of each are rails`,
      hint: "state the rails, or a fabric for each kind of host with pools",
    };
    return;
  }
  const rails = railsOf(fabric, hosts);
  if (rails === hosts.nics) return;
  const less = rails < hosts.nics;
  yield {
    ...(less ? { severity: "warning" as const } : {}),
    path: `${path}.rails`,
    observed: rails,
    limit: hosts.nics,
    unit: "rails",
    message: less
      ? `a host has ${hosts.nics} NICs for the fabric and ${rails} are joined to it`
      : `a host has ${hosts.nics} NICs for the fabric, not ${rails}`,
  };
}

function* leaf({ fabric, path, hosts }: JoinedFabric): Generator<Report> {
  const { ports } = switchOf(fabric);
  if (ports === 0) return;
  const result = designClos(closInputOf(fabric, hosts));
  if ("clos" in result) return;
  for (const { kind, observed, limit } of result.problems) {
    if (kind !== "unitHosts") continue;
    yield {
      path: `${path}.scalableUnitHosts`,
      observed,
      limit,
      unit: "hosts",
      message: `a unit of ${observed} hosts needs ${observed} ports of each leaf for them; of ${ports} ports the uplinks leave ${limit}`,
      hint: `take units of ${limit} hosts`,
    };
  }
}

function* domains({ fabric, path, hosts }: JoinedFabric): Generator<Report> {
  const domain = fabric.nvlinkDomainHosts ?? hosts.nvlinkHosts;
  if (fabric.scalableUnitHosts % domain === 0) return;
  const whole = Math.max(1, Math.floor(fabric.scalableUnitHosts / domain)) * domain;
  yield {
    severity: "warning",
    path: `${path}.scalableUnitHosts`,
    observed: fabric.scalableUnitHosts,
    limit: whole,
    unit: "hosts",
    message: `units of ${fabric.scalableUnitHosts} hosts cut NVLink domains of ${domain} hosts in two: their rails end at different leaves`,
    hint: `units of ${whole} hosts hold whole domains`,
  };
}
