import { findSwitch, switchNames } from "../catalog";
import { didYouMean, type SwitchRack, type SwitchRole } from "../model";
import { planFabric } from "../owned/fabric/plan";
import { numbersIn } from "../owned/fabric/stated-positions";
import { type SwitchDemand, switchesOf } from "../owned/fabric/switches";
import { type FabricAt, fabrics, joinedFabrics } from "./fabric-walk";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, machineAt, sites } from "./walk";

export const fabricRefs: Rule = {
  id: "NET-8",
  title:
    "a fabric names a cluster and pools of its site, each host in one fabric, and switches that are known and counted",
  severity: "error",
  source: "the fleet document, whose parts refer to each other by name; the catalogue of switches",
  *check(context) {
    yield* oncePerPool(context);
    for (const each of fabrics(context)) {
      yield* cluster(context, each);
      yield* types(each);
      yield* repeated(each);
      yield* halls(context, each);
    }
    for (const each of joinedFabrics(context)) {
      const plan = planFabric(each.fabric, each.known, (type) => machineAt(context, each.site, type));
      if (plan !== undefined) yield* racks(each, switchesOf(plan));
    }
  },
};

function* cluster(context: RuleContext, { site, sitePath, fabric, path, cluster: found }: FabricAt): Generator<Report> {
  if (context.lacksItems(`${sitePath}.clusters`)) return;
  const names = site.clusters.map(({ name }) => name);
  if (found === undefined) {
    const has = names.length === 0 ? "it has no clusters" : `it has ${names.join(", ")}`;
    yield {
      path: `${path}.cluster`,
      observed: fabric.cluster,
      message: `the site has no cluster ${JSON.stringify(fabric.cluster)}; ${has}`,
      ...hinted(didYouMean(fabric.cluster, names)),
    };
    return;
  }
  const pools = found.pools.map(({ name }) => name);
  if (context.isPartial(`${sitePath}.clusters.${found.name}.pools`)) return;
  for (const [index, name] of (fabric.pools ?? []).entries()) {
    if (pools.includes(name)) continue;
    yield {
      path: `${path}.pools[${index}]`,
      observed: name,
      message: `cluster ${found.name} has no pool ${JSON.stringify(name)}; it has ${pools.join(", ")}`,
      ...hinted(didYouMean(name, pools)),
    };
  }
}

/** A host has one set of NICs: two fabrics cannot both have it. */
function* oncePerPool(context: RuleContext): Generator<Report> {
  for (const { site, path } of sites(context)) {
    if (site.tenure === "cloud") continue;
    const taken = new Map<string, string>();
    for (const [index, fabric] of site.fabrics.entries()) {
      const found = site.clusters.find(({ name }) => name === fabric.cluster);
      for (const { name } of found?.pools ?? []) {
        if (!(fabric.pools?.includes(name) ?? true)) continue;
        const first = taken.get(`${fabric.cluster}/${name}`);
        taken.set(`${fabric.cluster}/${name}`, first ?? fabric.name);
        if (first === undefined) continue;
        yield {
          path: `${path}.fabrics.${fabric.name}${first === fabric.name ? `[${index}]` : ""}.${fabric.pools === undefined ? "cluster" : "pools"}`,
          observed: name,
          message: `hosts of pool ${name} of cluster ${fabric.cluster} are joined by two fabrics, ${first} and ${fabric.name}`,
          hint: "name the pools of each",
        };
      }
    }
  }
}

/** Switches of the catalogue; that of the compute fabric may be another one whose ports are stated. */
function* types({ fabric, path }: FabricAt): Generator<Report> {
  const named: readonly (readonly [string, string | undefined, boolean])[] = [
    ["switch", fabric.switch, fabric.portsPerSwitch !== undefined],
    ["storage.switch", fabric.storage?.switch, false],
    ["management.switch", fabric.management?.switch, false],
    ["management.spineSwitch", fabric.management?.spineSwitch, false],
    ["wan.switch", fabric.wan?.switch, false],
  ];
  for (const [field, name, described] of named) {
    if (name === undefined || described || findSwitch(name) !== undefined) continue;
    const known = `the catalogue has ${switchNames().join(", ")}`;
    yield {
      path: `${path}.${field}`,
      observed: name,
      message: `${JSON.stringify(name)} is no switch that the catalogue knows`,
      hint:
        didYouMean(name, switchNames()) ??
        (field === "switch" ? `${known}; of another one say portsPerSwitch and linksPerCage` : known),
    };
  }
}

function* repeated({ site, fabric, path }: FabricAt): Generator<Report> {
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ["wan.entrances", "entrance", (fabric.wan?.entrances ?? []).map(({ name }) => name)],
    ["switchRacks", "rack", fabric.switchRacks.map(({ name, role }) => `${name} for ${role}`)],
  ];
  for (const [field, what, names] of lists) {
    for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index))) {
      yield { path: `${path}.${field}`, observed: name, message: `the ${what} ${name} stands twice` };
    }
  }
  if (site.fabrics.find(({ name }) => name === fabric.name) === fabric) return;
  yield { path, observed: fabric.name, message: `the site has two fabrics ${fabric.name}`, hint: "rename one" };
}

function* halls(context: RuleContext, { site, sitePath, fabric, path }: FabricAt): Generator<Report> {
  if (context.lacksItems(`${sitePath}.halls`)) return;
  const names = site.halls.map(({ name }) => name);
  for (const rack of fabric.switchRacks) {
    if (rack.hall === undefined || names.includes(rack.hall)) continue;
    yield {
      path: `${path}.switchRacks.${rack.name}.hall`,
      observed: rack.hall,
      message: `the site has no hall ${JSON.stringify(rack.hall)}`,
      ...hinted(didYouMean(rack.hall, names)),
    };
  }
}

/** Racks hold switches that there are, each in one. */
function* racks({ fabric, path }: FabricAt, demands: readonly SwitchDemand[]): Generator<Report> {
  const seen = new Map<string, SwitchRack>();
  for (const rack of fabric.switchRacks) {
    const most = countOf(demands, rack.role);
    const at = { path: `${path}.switchRacks.${rack.name}.${rack.switches === undefined ? "role" : "switches"}` };
    const numbers = rack.switches === undefined ? [] : numbersIn(rack.switches);
    const highest = Math.max(0, ...numbers);
    if (most === 0 || highest > most) {
      yield {
        ...at,
        observed: highest === 0 ? rack.role : highest,
        limit: most,
        unit: "switches",
        message: `rack ${rack.name} holds ${rack.role} ${highest === 0 ? "switches" : highest}; the fabric has ${most === 0 ? "none" : `${most} of them in a plane`}`,
      };
      continue;
    }
    const twice = numbers.find((number) => seen.has(`${rack.role}/${number}`));
    for (const number of numbers) if (!seen.has(`${rack.role}/${number}`)) seen.set(`${rack.role}/${number}`, rack);
    if (twice === undefined) continue;
    const first = seen.get(`${rack.role}/${twice}`);
    yield {
      ...at,
      observed: twice,
      message: `${rack.role} ${twice} stands in rack ${first?.name} and in rack ${rack.name}`,
    };
  }
}

const countOf = (demands: readonly SwitchDemand[], role: SwitchRole): number =>
  demands.filter((demand) => demand.role === role).reduce((sum, { count, planes }) => sum + count / planes, 0);
