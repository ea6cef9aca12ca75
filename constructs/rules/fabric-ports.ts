import { speedOf } from "../catalog";
import { type ClosProblem, designClos, spineUplinksOf, uplinksOf } from "../owned/fabric/clos";
import { closInputOf, switchOf } from "../owned/fabric/resolve";
import { type JoinedFabric, joinedFabrics } from "./fabric-walk";
import { counted } from "./node-counts";
import type { Report, Rule } from "./rule";

export const fabricPorts: Rule = {
  id: "NET-1",
  title: "switches of a fabric have the ports that its links take, and cages are split as they can be",
  severity: "error",
  layer: "fabric",
  formula:
    "uplinks < k; two tiers: leaves <= k; three tiers: rails x units of a pod <= k - spine uplinks, pods <= k; k = cages x links of a cage",
  source:
    "k-ary fat tree (Al-Fares et al., SIGCOMM 2008); NVIDIA DGX SuperPOD reference architectures; NetBox, one cable a port",
  *check(context) {
    for (const each of joinedFabrics(context)) {
      yield* cages(each);
      if (switchOf(each.fabric).ports > 0) yield* wired(each);
    }
  },
};

/** What the switch's cages can be split into, and the ports that gives. */
function* cages({ fabric, path }: JoinedFabric): Generator<Report> {
  const { type, linksPerCage } = switchOf(fabric);
  if (fabric.uplinksPerLeaf !== undefined && fabric.uplinksPerLeaf % linksPerCage !== 0) {
    yield {
      path: `${path}.uplinksPerLeaf`,
      observed: fabric.uplinksPerLeaf,
      limit: linksPerCage,
      unit: "uplinks",
      message: `${fabric.uplinksPerLeaf} uplinks do not fill whole cages of ${linksPerCage} links: one would go up and down at once`,
    };
  }
  if (type === undefined) return;
  const speed = speedOf(type, fabric.linkGbps);
  if (speed === undefined) {
    yield {
      path: `${path}.linkGbps`,
      observed: fabric.linkGbps,
      unit: "Gbit/s",
      message: `${type.name} has no links of ${fabric.linkGbps} Gbit/s`,
      hint: `its links run at ${type.speeds.map(({ linkGbps }) => linkGbps).join(", ")} Gbit/s`,
    };
    return;
  }
  if (linksPerCage > speed.linksPerCage) {
    yield {
      path: `${path}.linksPerCage`,
      observed: linksPerCage,
      limit: speed.linksPerCage,
      unit: "links",
      message: `a cage of ${type.name} is split into ${linksPerCage} links of ${fabric.linkGbps} Gbit/s; it takes ${speed.linksPerCage}`,
    };
    return;
  }
  const most = speed.cages * linksPerCage;
  if (fabric.portsPerSwitch === undefined || fabric.portsPerSwitch <= most) return;
  yield {
    path: `${path}.portsPerSwitch`,
    observed: fabric.portsPerSwitch,
    limit: most,
    unit: "ports",
    message: `${type.name} has ${speed.cages} cages of ${linksPerCage} links at ${fabric.linkGbps} Gbit/s, that is ${most} ports; the fabric counts on ${fabric.portsPerSwitch}`,
  };
}

function* wired({ fabric, path, hosts }: JoinedFabric): Generator<Report> {
  const input = closInputOf(fabric, hosts);
  const result = designClos(input);
  if ("clos" in result) return;
  const spineDown = input.ports - spineUplinksOf(input);
  const sayings: Partial<Record<ClosProblem["kind"], (problem: ClosProblem) => Report>> = {
    uplinks: ({ observed, limit }) => ({
      path: `${path}.uplinksPerLeaf`,
      observed,
      limit,
      unit: "uplinks",
      message: `a leaf of ${input.ports} ports has ${observed} uplinks and no port for a host; at most ${limit}`,
    }),
    managers: ({ observed, limit }) => ({
      path: `${path}.managerLinks`,
      observed,
      limit,
      unit: "links",
      message: `${observed} links of managers take every host place of the first unit; at most ${limit} leave one`,
    }),
    twoTiers: ({ observed, limit }) => ({
      path: `${path}.tiers`,
      observed,
      limit,
      unit: "leaves",
      message: `two tiers take ${counted(limit)} leaves, one at each port of a spine; ${counted(input.hosts)} hosts need ${counted(observed)}`,
      hint: "take three tiers, or switches with more ports",
    }),
    pod: ({ observed, limit }) => ({
      path: `${path}.rails`,
      observed,
      limit,
      unit: "rails",
      message: `a unit has ${observed} leaves, one for each rail; a spine has ports for ${limit}, so that no pod holds one`,
      hint: "take switches with more ports",
    }),
    unitsPerPod: ({ observed, limit }) => ({
      path: `${path}.unitsPerPod`,
      observed,
      limit,
      unit: "units",
      message: `${observed} units of ${input.rails} leaves need ${observed * input.rails} ports of a spine; it has ${spineDown}, for ${limit} units`,
    }),
    cores: ({ observed, limit }) => ({
      path: `${path}.${fabric.designFor === undefined ? "switch" : "designFor.hosts"}`,
      observed,
      limit,
      unit: "pods",
      message: `${counted(input.hosts)} hosts need ${counted(observed)} pods; a core of ${input.ports} ports joins ${limit}`,
      hint: `take switches with more ports, fewer uplinks than ${uplinksOf(input)}, or several fabrics`,
    }),
  };
  for (const problem of result.problems) {
    // Of the hosts of a unit NET-3 speaks.
    const report = sayings[problem.kind]?.(problem);
    if (report !== undefined) yield report;
  }
}
