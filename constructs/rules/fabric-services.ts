import { findSwitch } from "../catalog";
import { managementNeeds, managementPorts, mostLeaves } from "../owned/fabric/management";
import { networksOf, planFabric } from "../owned/fabric/plan";
import { designStorage } from "../owned/fabric/storage";
import { type JoinedFabric, joinedFabrics } from "./fabric-walk";
import { counted } from "./node-counts";
import type { Report, Rule, RuleContext } from "./rule";
import { machineAt } from "./walk";

export const fabricServices: Rule = {
  id: "NET-9",
  title:
    "storage and management networks have the ports for what is joined to them, and losing one leaf cuts no host off",
  severity: "error",
  layer: "fabric",
  formula:
    "storage: leaves <= k in two tiers, pods <= k in three; management: uplinks <= ports upward, leaves <= ports of a spine; warning: links of a host < 2",
  source:
    "k-ary fat tree (Al-Fares et al., SIGCOMM 2008); NVIDIA DGX SuperPOD reference architectures: storage and out-of-band networks",
  *check(context) {
    for (const each of joinedFabrics(context)) {
      yield* storage(each);
      yield* management(context, each);
    }
  },
};

function* storage({ fabric, path, hosts }: JoinedFabric): Generator<Report> {
  const network = fabric.storage;
  const type = network === undefined ? undefined : findSwitch(network.switch);
  // A switch that nobody knows is reported by NET-8.
  if (network === undefined || type === undefined) return;
  if (network.linksPerHost < 2) {
    yield {
      severity: "warning",
      path: `${path}.storage.linksPerHost`,
      observed: network.linksPerHost,
      limit: 2,
      unit: "links",
      message: "a host has one link to its storage: it loses it with the leaf",
    };
  }
  const design = designStorage(fabric, network, hosts);
  if (design === undefined) {
    yield {
      path: `${path}.storage.linkGbps`,
      observed: network.linkGbps,
      unit: "Gbit/s",
      message: `${type.name} has no links of ${network.linkGbps} Gbit/s`,
      hint: `its links run at ${type.speeds.map(({ linkGbps }) => linkGbps).join(", ")} Gbit/s`,
    };
    return;
  }
  if ("clos" in design.result) return;
  for (const { kind, observed, limit } of design.result.problems) {
    const rails = kind === "pod" || kind === "unitsPerPod";
    yield {
      path: `${path}.storage.${rails ? "linksPerHost" : "switch"}`,
      observed,
      limit,
      unit: rails ? "links" : "pods",
      message: rails
        ? `${observed} links of a host go to as many leaves; a spine has ports for ${limit}`
        : `the storage network needs ${counted(observed)} pods; ${type.name} joins ${counted(limit)}`,
      hint: "switches with more ports, or more oversubscription, take more hosts",
    };
  }
}

function* management(context: RuleContext, { site, fabric, path, hosts, known }: JoinedFabric): Generator<Report> {
  const network = fabric.management;
  const sizes = network === undefined ? undefined : managementPorts(network);
  if (network === undefined || sizes === undefined) return;
  if (sizes.down === 0) {
    yield {
      path: `${path}.management.switch`,
      observed: network.switch,
      message: `${network.switch} has no ports of 1 Gbit/s, by which devices are managed`,
    };
    return;
  }
  if (network.uplinks > sizes.up) {
    yield {
      path: `${path}.management.uplinks`,
      observed: network.uplinks,
      limit: sizes.up,
      unit: "uplinks",
      message: `${network.switch} has ${sizes.up} ports upward; ${network.uplinks} uplinks are wanted`,
    };
    return;
  }
  const plan = planFabric(fabric, known, (type) => machineAt(context, site, type));
  if (plan === undefined) return;
  const { ports, leaves } = managementNeeds(fabric, network, hosts, networksOf(plan));
  const spine = network.spineSwitch ?? network.switch;
  const most = mostLeaves(sizes.spinePorts, network.uplinks);
  if (leaves <= most) return;
  yield {
    path: `${path}.management.${network.spineSwitch === undefined ? "switch" : "spineSwitch"}`,
    observed: leaves,
    limit: most,
    unit: "switches",
    message: `${counted(ports.hosts + ports.switches + ports.others)} managed ports need ${counted(leaves)} switches; ${spine} has ${sizes.spinePorts} ports of ${sizes.uplinkGbps} Gbit/s to join them`,
    hint: "name a spineSwitch with more ports",
  };
}
