import { findSwitch, type SwitchType } from "../catalog";
import type { FabricTechnology } from "../model";
import { switchOf } from "../owned/fabric/resolve";
import { linkEnds } from "./fabric-plugs";
import { type JoinedFabric, joinedFabrics } from "./fabric-walk";
import type { Report, Rule } from "./rule";
import { listed } from "./walk";

/** What each technology runs on: the protocol of its switches and the speed of their lanes, in Gbit/s. */
const technologies: Readonly<
  Record<FabricTechnology, { readonly protocol: SwitchType["protocol"]; readonly lanes: readonly number[] }>
> = {
  infinibandNdr: { protocol: "infiniband", lanes: [100] },
  infinibandXdr: { protocol: "infiniband", lanes: [200] },
  spectrumX: { protocol: "ethernet", lanes: [100, 200] },
  roce: { protocol: "ethernet", lanes: [25, 50, 100, 200] },
};

export const fabricEnds: Rule = {
  id: "NET-5",
  title:
    "both ends of a link run the same protocol, speed, lanes and error correction, and plugs, connectors and fibres fit the modules",
  severity: "error",
  layer: "fabric",
  formula:
    "planes x link speed <= NIC speed (warning where less); lanes of the switch are among those of the NIC; error correction, connector and plug of each end are those that lanes, module and cage take (warning where only assumed); multimode modules on multimode fibre, single-mode on single-mode (warning: a fibre for which no reach is stated)",
  source:
    "NVIDIA lists of NDR and XDR transceivers: modules of 200G-PAM4 do not run at 100G-PAM4, and the reverse; QSFP112 is for adapters at 100G-PAM4. NVIDIA MMA4Z00, MMS4X00 and MMS4X50 transceivers: connectors, fibres. IEEE 802.3, clauses 91 and 119: error correction",
  *check(context) {
    for (const each of joinedFabrics(context)) {
      yield* technology(each);
      yield* nic(each);
      yield* linkEnds(context, each, technologies[each.fabric.technology].protocol);
    }
  },
};

function* technology({ fabric, path }: JoinedFabric): Generator<Report> {
  const type = findSwitch(fabric.switch);
  if (type === undefined) return;
  const { protocol, lanes } = technologies[fabric.technology];
  if (type.protocol === protocol && lanes.includes(type.laneGbps)) return;
  const is = `${type.protocol === "ethernet" ? "Ethernet" : "InfiniBand"} with lanes of ${type.laneGbps} Gbit/s`;
  yield {
    path: `${path}.switch`,
    observed: fabric.switch,
    message: `${fabric.switch} is a switch for ${is}; ${fabric.technology} is ${protocol === "ethernet" ? "Ethernet" : "InfiniBand"} with lanes of ${lanes.join(" or ")}`,
  };
}

function* nic({ fabric, path, hosts }: JoinedFabric): Generator<Report> {
  const { laneGbps } = switchOf(fabric);
  const machines = listed(hosts.machines);
  if (hosts.laneGbps !== undefined && !hosts.laneGbps.includes(laneGbps)) {
    const known = hosts.laneGbps.length === 0 ? "no speed in common" : `${hosts.laneGbps.join(" or ")} Gbit/s`;
    yield {
      path: `${path}.technology`,
      observed: laneGbps,
      limit: hosts.laneGbps.join(", "),
      unit: "Gbit/s",
      message: `lanes of ${fabric.technology} run at ${laneGbps} Gbit/s; those of the NICs of ${machines} at ${known}`,
    };
  }
  const wanted = fabric.planes * fabric.linkGbps;
  if (hosts.nicGbps === undefined || wanted === hosts.nicGbps) return;
  const less = wanted < hosts.nicGbps;
  const links = fabric.planes === 1 ? `a link of ${fabric.linkGbps}` : `${fabric.planes} links of ${fabric.linkGbps}`;
  yield {
    ...(less ? { severity: "warning" as const } : {}),
    path: `${path}.${fabric.planes === 1 ? "linkGbps" : "planes"}`,
    observed: wanted,
    limit: hosts.nicGbps,
    unit: "Gbit/s",
    message: `a NIC of ${machines} has ${hosts.nicGbps} Gbit/s and ${links} Gbit/s`,
    hint: less ? "the rest of its speed is not used" : "both ends of a link run at one speed",
  };
}
