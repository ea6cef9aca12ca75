import { unitBound } from "../owned/fabric/bound";
import { type Clos, designClos } from "../owned/fabric/clos";
import { closInputOf, switchOf } from "../owned/fabric/resolve";
import { type JoinedFabric, joinedFabrics } from "./fabric-walk";
import { counted } from "./node-counts";
import type { Report, Rule } from "./rule";

export const fabricCounts: Rule = {
  id: "NET-2",
  title: "counts of switches that others state are those that the fabric takes, and no leaf has more hosts than agreed",
  severity: "error",
  layer: "fabric",
  formula:
    "leaves = units x rails; two tiers: spines = smallest divisor of the uplinks of a leaf >= leaves x uplinks / k; hosts of a unit / uplinks <= oversubscription; warning: spines or cores > policy.mostOverBound x their bound",
  source: "NVIDIA DGX SuperPOD reference architectures (H100, B200, B300), tables of component counts",
  *check(context) {
    for (const each of joinedFabrics(context)) {
      if (switchOf(each.fabric).ports === 0) continue;
      const result = designClos(closInputOf(each.fabric, each.hosts));
      if (!("clos" in result)) continue;
      yield* stated(each, result.clos);
      yield* oversubscribed(each, result.clos);
      yield* overBound(each, result.clos, context.fleet.policy.mostOverBound);
    }
  },
};

const names = { leaves: "leaves", spines: "spines", cores: "cores" } as const;

function* stated({ fabric, path }: JoinedFabric, clos: Clos): Generator<Report> {
  for (const key of ["leaves", "spines", "cores"] as const) {
    const observed = fabric.stated?.[key];
    const computed = clos[key] * fabric.planes;
    if (observed === undefined || observed === computed) continue;
    const planes = fabric.planes === 1 ? "" : ` in ${fabric.planes} planes`;
    yield {
      path: `${path}.stated.${key}`,
      observed,
      limit: computed,
      unit: names[key],
      message: `${counted(observed)} ${names[key]} are stated; ${counted(clos.hosts)} hosts with ${clos.rails} rails in units of ${clos.unitHosts} take ${counted(computed)}${planes}`,
    };
  }
}

function* oversubscribed({ fabric, path }: JoinedFabric, clos: Clos): Generator<Report> {
  const ratio = clos.unitHosts / clos.uplinks;
  if (ratio <= fabric.oversubscription) return;
  yield {
    path: `${path}.${fabric.uplinksPerLeaf === undefined ? "scalableUnitHosts" : "uplinksPerLeaf"}`,
    observed: Math.round(ratio * 1000) / 1000,
    limit: fabric.oversubscription,
    unit: "hosts for each uplink",
    message: `a leaf has ${clos.unitHosts} hosts on ${clos.uplinks} uplinks, more than ${fabric.oversubscription} for each`,
    hint: `${Math.ceil(clos.unitHosts / fabric.oversubscription)} uplinks keep to it, or say the oversubscription that is meant`,
  };
}

function* overBound({ path }: JoinedFabric, clos: Clos, most: number): Generator<Report> {
  const bound = unitBound(clos);
  for (const key of ["spines", "cores"] as const) {
    const limit = bound[key] * most;
    if (clos[key] <= limit) continue;
    yield {
      severity: "warning",
      path: `${path}.${clos.tiers === 2 ? "uplinksPerLeaf" : "unitsPerPod"}`,
      observed: clos[key],
      limit,
      unit: names[key],
      message: `equal links between all pairs take ${counted(clos[key])} ${names[key]}; ${counted(bound[key])} have the ports`,
      hint: "another size of units, pods or end state may fill the ports better",
    };
  }
}
