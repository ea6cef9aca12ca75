import type { Fabric } from "../../model/fabric";
import { type Bundle, type BundleEnd, bundlesOf } from "../../owned/fabric/bundles";
import type { CablePlan } from "../../owned/fabric/cables";
import { type DeviceNames, portName } from "../../owned/fabric/names";
import { eachLink, eachManagerLink, endsOf, type VisitLink } from "../../owned/fabric/wiring";
import { type CsvRow, toCsv } from "../csv";
import type { EmittedFile } from "../emit";

/** Links up to which a fabric's schedule also says each of them: beyond, nobody reads it, and the bundles say the same. */
export const MOST_LISTED_LINKS = 5000;

/** The cable schedule of a fabric: one line a bundle of links, and for a small one also each link with both its ends. */
export function cableFiles(fabric: Fabric, plans: readonly CablePlan[], names: DeviceNames): EmittedFile[] {
  const bundles = plans.flatMap((plan) => bundlesOf(plan).map((bundle) => row(plan, bundle, names)));
  const links = plans.reduce(
    (sum, plan) => sum + bundlesOf(plan).reduce((total, { links: each }) => total + each, 0),
    0,
  );
  return [
    { file: `schedules/${fabric.name}-cables.csv`, text: toCsv(bundleColumns, bundles) },
    ...(links > MOST_LISTED_LINKS
      ? []
      : [
          {
            file: `schedules/${fabric.name}-links.csv`,
            text: toCsv(
              linkColumns,
              plans.flatMap((plan) => [...linkRows(plan, names)]),
            ),
          },
        ]),
  ];
}

const bundleColumns = [
  "network",
  "plane",
  "tier",
  "bundle",
  "from",
  "fromPorts",
  "to",
  "toPorts",
  "links",
  "media",
  "shortestM",
  "longestM",
  "unplacedLinks",
  "rule",
] as const;

function row(plan: CablePlan, bundle: Bundle, names: DeviceNames): CsvRow<(typeof bundleColumns)[number]> {
  const { from, to } = bundle;
  return {
    network: bundle.network,
    plane: bundle.plane + 1,
    tier: bundle.tier,
    bundle: bundle.of,
    from: names.range(from.role, bundle.plane, from.first, from.count),
    fromPorts: ports(plan, from),
    to: names.range(to.role, bundle.plane, to.first, to.count),
    toPorts: ports(plan, to),
    links: bundle.links,
    media: bundle.media.join(" "),
    shortestM: metres(bundle.leastM),
    longestM: metres(bundle.mostM),
    unplacedLinks: Math.round(bundle.unplaced),
    rule: bundle.rule,
  };
}

/** Ports of a device as its maker counts them; those of a host are its NICs. */
function ports({ network }: CablePlan, { role, firstPort, ports: count }: BundleEnd): string {
  const name = (port: number) => portAt(network.linksPerCage, role, port);
  return count === 1 ? name(firstPort) : `${name(firstPort)} to ${name(firstPort + count - 1)}`;
}

const portAt = (linksPerCage: number, role: BundleEnd["role"], port: number): string =>
  role === "host" || role === "manager" || role === "attachment" ? `nic ${port + 1}` : portName(port, linksPerCage);

const metres = (length: number | undefined): number | undefined =>
  length === undefined ? undefined : Math.round(length * 100) / 100;

const linkColumns = ["network", "plane", "tier", "from", "fromPort", "to", "toPort"] as const;

function* linkRows({ network }: CablePlan, names: DeviceNames): Generator<CsvRow<(typeof linkColumns)[number]>> {
  const { wiring, kind, planes, linksPerCage, roles, firstHost } = network;
  for (let plane = 0; plane < planes; plane++) {
    for (const tier of ["hostLeaf", "leafSpine", "spineCore"] as const) {
      const [lower, upper] = endsOf[tier];
      const rows: CsvRow<(typeof linkColumns)[number]>[] = [];
      const visit =
        (manager: boolean): VisitLink =>
        (from, fromPort, to, toPort) => {
          const attached = lower === "host" && from < firstHost;
          const role = manager ? "manager" : attached ? "attachment" : lower === "host" ? "host" : roles[lower];
          const index = lower === "host" && !manager && !attached ? from - firstHost : from;
          rows.push({
            network: kind,
            plane: plane + 1,
            tier,
            from: names.one(role, plane, index),
            fromPort: portAt(linksPerCage, role, fromPort),
            to: names.one(roles[upper], plane, to),
            toPort: portName(toPort, linksPerCage),
          });
        };
      eachLink(wiring, tier, visit(false));
      if (tier === "hostLeaf") eachManagerLink(wiring, visit(true));
      yield* rows;
    }
  }
}
