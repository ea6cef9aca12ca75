import { groupThousands } from "../../model";
import { unitBound } from "../../owned/fabric/bound";
import { type CablePlan, opticsKW } from "../../owned/fabric/cables";
import { tierWords } from "../../owned/fabric/materials";
import { type FabricPlan, type NetworkPlan, networksOf } from "../../owned/fabric/plan";
import { switchesOf } from "../../owned/fabric/switches";
import { linkCount } from "../../owned/fabric/wiring";
import { boxes, facts, frame, label, mesh, slotsIn } from "./fabric-parts";
import { paintOf } from "./palette";
import { type DrawnFile, drawnFile, group, ink, rect, type Svg, text, thing } from "./svg";

const WIDTH = 1180;
const LEFT = 30;
/** Width of the network; the figures stand to the right of it. */
const NET = 800;
const BOX = { width: 58, height: 26 };

/** A drawing of a fabric: one unit and one pod in place of all that are alike, with how many of them there are. */
export function fabricDrawing(plan: FabricPlan, cables: readonly CablePlan[]): DrawnFile {
  const { fabric, compute } = plan;
  const { clos } = compute.wiring;
  const three = clos.tiers === 3;
  const top = 78;
  const podTop = three ? top + 96 : top;
  const net = network(compute, top, podTop);
  const counts = figures(plan, cables, top);
  const bottom = Math.max(podTop + 336, counts.bottom);
  const services = servicesOf(plan, bottom + 24);
  const height = bottom + 24 + services.height + 24;
  const title = `Fabric ${fabric.name}`;
  return drawnFile(`drawings/${fabric.name}.svg`, {
    width: WIDTH,
    height,
    title,
    description: `${clos.tiers} tiers of ${compute.switchName}: ${clos.leaves} leaves, ${clos.spines} spines${three ? `, ${clos.cores} cores` : ""} in each of ${compute.planes} planes.`,
    pieces: [
      text(LEFT, 32, title, { "font-size": 20, "font-weight": 600 }),
      text(LEFT, 54, subtitle(plan), { fill: ink.muted }),
      ...net,
      group({}, ...counts.pieces),
      ...services.pieces,
    ],
  });
}

function subtitle({ fabric, hosts, compute }: FabricPlan): string {
  const planes = fabric.planes === 1 ? "" : `, one of ${fabric.planes} planes that are alike`;
  return `cluster ${fabric.cluster}: ${groupThousands(hosts.hosts)} hosts of ${hosts.machines.join(", ")}; ${compute.switchName} at ${compute.linkGbps} Gbit/s${planes}`;
}

function network(plan: NetworkPlan, top: number, podTop: number): Svg[] {
  const { wiring } = plan;
  const { clos } = wiring;
  const three = clos.tiers === 3;
  const [leafPaint, spinePaint, corePaint, hostPaint] = [paintOf(0), paintOf(1), paintOf(2), paintOf(7)];
  const spineY = podTop + 34;
  const leafY = spineY + 120;
  const hostY = leafY + 84;
  const spines = slotsIn(clos.spinesPerPod, LEFT + 20, NET - 40, 10);
  const groups = clos.spinesPerPod / clos.spinesPerCore;
  const cores = slotsIn(groups, LEFT + 20, NET - 40, 10);
  const units = unitsDrawn(plan);
  const pods = clos.pods === 1 ? "the whole fabric" : `pod 1 of ${groupThousands(clos.pods)}`;
  const last = clos.units - (clos.pods - 1) * clos.unitsPerPod;
  const lastPod = clos.pods > 1 && last < clos.unitsPerPod ? `; the last has ${last}` : "";
  const heading = `${pods}: ${clos.unitsPerPod} ${clos.unitsPerPod === 1 ? "unit" : "units"}, ${clos.spinesPerPod} spines${lastPod}`;
  const each = (links: number) => (links === 1 ? "1 link a pair" : `${links} links a pair`);
  return [
    frame(LEFT, podTop, NET, 312, heading),
    ...(three
      ? [
          text(
            LEFT,
            top + 10,
            `${groupThousands(clos.cores)} cores in ${groups} groups of ${clos.coresPerSpine}, joined to every pod`,
            {
              "font-weight": 600,
            },
          ),
          mesh(
            spines,
            spineY,
            cores,
            top + 22 + BOX.height,
            (spine, core) => Math.floor(spine / clos.spinesPerCore) === core,
          ),
          boxes(cores, top + 22, BOX.width + 12, BOX.height, corePaint, (index) => `group ${index + 1}`),
          label(
            LEFT + NET / 2,
            podTop - 14,
            `${clos.spineUplinks} uplinks a spine, ${each(clos.linksPerSpineCore)}`,
            "middle",
          ),
        ]
      : []),
    ...units.map(({ leaves }) => mesh(leaves, leafY, spines, spineY + BOX.height)),
    boxes(spines, spineY, BOX.width, BOX.height, spinePaint, (index) => `spine ${index + 1}`),
    label(LEFT + NET / 2, spineY + 74, `${clos.uplinks} uplinks a leaf, ${each(clos.linksPerLeafSpine)}`, "middle"),
    ...units.flatMap(({ leaves, x, width, name, hosts }) => [
      ...leaves.flatMap(({ index, x: at }) =>
        index === undefined
          ? []
          : [rect(at - 0.5, leafY + BOX.height, 1, hostY - leafY - BOX.height, { fill: ink.line })],
      ),
      boxes(
        leaves,
        leafY,
        Math.min(BOX.width - 16, width / leaves.length - 4),
        BOX.height,
        leafPaint,
        (index) => `${index + 1}`,
      ),
      thing(
        { key: `${name}: hosts`, says: hosts, box: { x, y: hostY, width, height: 44 } },
        rect(x, hostY, width, 44, { fill: hostPaint.fill, stroke: hostPaint.edge, rx: 3 }),
      ),
      text(x + width / 2, hostY + 19, name, { "text-anchor": "middle", "font-weight": 600 }),
      text(x + width / 2, hostY + 35, hosts, { "text-anchor": "middle", "font-size": 11 }),
    ]),
    ...(units.length === 2 && clos.unitsPerPod > 2
      ? [text(LEFT + NET / 2, hostY + 26, "…", { "text-anchor": "middle", "font-size": 18, fill: ink.muted })]
      : []),
    text(LEFT + 20, hostY + 62, "leaves by number: leaf r of a unit takes NIC r of each of its hosts", {
      "font-size": 11,
      fill: ink.muted,
    }),
  ];
}

/** The first and the last unit of the first pod. */
function unitsDrawn({ wiring }: NetworkPlan) {
  const { clos } = wiring;
  const wanted = Math.min(2, clos.unitsPerPod);
  const width = (NET - 40 - 40 * (wanted - 1)) / wanted;
  return Array.from({ length: wanted }, (_, place) => {
    const unit = place === 0 ? 0 : clos.unitsPerPod - 1;
    const x = LEFT + 20 + place * (width + 40);
    const leaves = slotsIn(clos.rails, x, width, 8).map(({ index, x: at }) => ({
      index: index === undefined ? undefined : unit * clos.rails + index,
      x: at,
    }));
    const hosts = wiring.unitHosts[unit] ?? 0;
    const full =
      hosts === 0
        ? "of the end state"
        : clos.unitHosts === hosts
          ? `${hosts} hosts`
          : `${hosts} of ${clos.unitHosts} host places taken`;
    return { leaves, x, width, name: `unit ${unit + 1}`, hosts: `${full}, ${clos.rails} rails` };
  });
}

/** What is built, what the formula asks for, and what links are made of. */
function figures(
  plan: FabricPlan,
  cables: readonly CablePlan[],
  y: number,
): { readonly pieces: Svg[]; readonly bottom: number } {
  const { wiring, planes } = plan.compute;
  const { clos } = wiring;
  const bound = unitBound(clos);
  const all = (count: number) => groupThousands(count * planes);
  const x = LEFT + NET + 30;
  const width = WIDTH - x - 30;
  const power = opticsKW(cables);
  const heading = (at: number, words: string) => text(x, at, words, { "font-weight": 600 });
  const switches: (readonly [string, string])[] = [
    ["leaves", all(clos.leaves)],
    ["spines (by the formula at least)", `${all(clos.spines)} (${all(bound.spines)})`],
    ...(clos.tiers === 3
      ? [["cores (by the formula at least)", `${all(clos.cores)} (${all(bound.cores)})`] as const]
      : []),
    ["units of the end state", all(clos.units)],
    ["units in use", groupThousands(wiring.unitHosts.length)],
  ];
  const links = (["hostLeaf", "leafSpine", "spineCore"] as const)
    .filter((tier) => linkCount(wiring, tier) > 0)
    .map((tier) => [tierWords[tier], all(linkCount(wiring, tier))] as const);
  const media = cables.filter(({ network }) => network.kind === "compute").flatMap((each) => mediaRows(each));
  const second = y + 34 + switches.length * 18 + 16;
  const third = second + 24 + links.length * 18 + 16;
  const fourth = third + 24 + media.length * 18 + 16;
  const pieces = [
    heading(y + 10, planes === 1 ? "switches" : `switches of all ${planes} planes`),
    facts(x, y + 34, width, switches, "switches"),
    heading(second, "links with the hosts there are"),
    facts(x, second + 24, width, links, "links"),
    heading(third, "what they are made of"),
    facts(x, third + 24, width, media, "media"),
    heading(fourth, "power of modules"),
    facts(
      x,
      fourth + 24,
      width,
      [
        ["in switches", `${groupThousands(power.switches)} kW`],
        ["in hosts", `${groupThousands(power.hosts)} kW`],
      ],
      "modules",
    ),
  ];
  return { pieces, bottom: fourth + 24 + 2 * 18 };
}

/** Links of each tier by medium. */
function mediaRows({ groups }: CablePlan): (readonly [string, string])[] {
  const rows = new Map<string, number>();
  for (const { tier, medium, links, mostM } of groups) {
    const key = `${tierWords[tier]}: ${medium ?? "too far"}${mostM === undefined ? " (not placed)" : ""}`;
    rows.set(key, (rows.get(key) ?? 0) + links);
  }
  return [...rows].map(([key, links]) => [key, groupThousands(links)] as const);
}

/** Storage, management and the ways out of the site, in a row of frames. */
function servicesOf(plan: FabricPlan, y: number): { readonly pieces: Svg[]; readonly height: number } {
  const demands = switchesOf(plan);
  const counts = (...roles: readonly string[]) =>
    demands
      .filter(({ role }) => roles.includes(role))
      .map(({ role, count, type }): readonly [string, string] => [
        role.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
        `${groupThousands(count)} ${type}`,
      ]);
  const storage = networksOf(plan).find(({ kind }) => kind === "storage");
  const panels: { readonly heading: string; readonly rows: readonly (readonly [string, string])[] }[] = [];
  if (storage !== undefined) {
    const links = groupThousands(linkCount(storage.wiring, "hostLeaf"));
    panels.push({
      heading: `storage network, ${storage.linkGbps} Gbit/s`,
      rows: [...counts("storageLeaf", "storageSpine", "storageCore"), ["links of hosts and others", links]],
    });
  }
  if (plan.management !== undefined) {
    const { hosts, switches, others } = plan.management.ports;
    panels.push({
      heading: "out-of-band network",
      rows: [
        ...counts("managementLeaf", "managementSpine"),
        ["managed ports", groupThousands(hosts + switches + others)],
      ],
    });
  }
  if (plan.fabric.wan !== undefined) {
    panels.push({
      heading: "ways out of the site",
      rows: [
        ...counts("border"),
        ...plan.fabric.wan.entrances.map(
          ({ name, carrier, gbps }) => [`${name}: ${carrier}`, `${gbps} Gbit/s`] as const,
        ),
      ],
    });
  }
  if (panels.length === 0) return { pieces: [], height: 0 };
  const width = Math.min(360, (WIDTH - 2 * LEFT - 20 * (panels.length - 1)) / panels.length);
  const height = 44 + Math.max(...panels.map(({ rows }) => rows.length)) * 18;
  const pieces = panels.flatMap(({ heading, rows }, index) => {
    const x = LEFT + index * (width + 20);
    return [frame(x, y, width, height, heading), facts(x + 10, y + 42, width - 20, rows, heading)];
  });
  return { pieces, height };
}
