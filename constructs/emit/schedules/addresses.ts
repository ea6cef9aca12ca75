import { type AddressNetwork, type AddressPlan, groupThousands, parseRange, sizeOf } from "../../model";
import type { ResolvedSite } from "../../owned/resolve/resolve-site";
import { type ResolvedSubnet, subnetsOf } from "../../owned/resolve/subnets";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

/** The address plan of a site to read, and every subnet that has been given out as a table. */
export function addressFiles(resolved: ResolvedSite): EmittedFile[] {
  const plan = resolved.site.addressPlan;
  if (plan === undefined) return [];
  const subnets = [...subnetsOf(resolved)];
  return [
    { file: "schedules/address-plan.md", text: markdown(resolved, plan, subnets) },
    ...(subnets.length === 0 ? [] : [{ file: "schedules/subnets.csv", text: csv(subnets) }]),
  ];
}

const csv = (subnets: readonly ResolvedSubnet[]): string =>
  toCsv(
    ["network", "purpose", "subnet", "gateway", "hall", "position", "switches", "addresses"],
    subnets.map(({ cidr, ...rest }) => ({ ...rest, subnet: cidr })),
  );

function markdown({ site, allocation }: ResolvedSite, plan: AddressPlan, subnets: readonly ResolvedSubnet[]): string {
  const of = (network: AddressNetwork) => subnets.filter((each) => each.network === network.name);
  return [
    `# Address plan: ${escapeMarkdown(site.displayName ?? site.name)}\n`,
    ...(plan.aggregates.length === 0 ? [] : [`The site announces ${plan.aggregates.join(", ")}.\n`]),
    `The gateway of a subnet is its ${plan.gateway} address${reserved(plan)}.\n`,
    "## Networks\n",
    markdownTable(
      [
        { heading: "network", cell: ({ name }) => name },
        { heading: "for", cell: ({ purpose }) => purpose },
        { heading: "ranges", cell: ({ cidrs }) => cidrs.join(", ") },
        { heading: "addresses", align: "right", cell: ({ cidrs }) => groupThousands(addressesOf(cidrs)) },
        { heading: "subnets given out", align: "right", cell: (network) => of(network).length },
        { heading: "of racks in use", align: "right", cell: (network) => inUse(of(network)) },
      ],
      plan.networks,
    ),
    ...(plan.asns.length === 0
      ? []
      : [
          "## Autonomous systems\n",
          markdownTable(
            [
              { heading: "range", cell: ({ name }) => name },
              { heading: "first", align: "right", cell: ({ first }) => first },
              { heading: "last", align: "right", cell: ({ last }) => last },
              { heading: "given out", align: "right", cell: ({ name }) => numbersOf(allocation.asns, name) },
            ],
            plan.asns,
          ),
        ]),
    ...(plan.peers.length === 0
      ? []
      : [
          "## Numbers of others\n",
          markdownTable(
            [
              { heading: "peer", cell: ({ name }) => name },
              { heading: "number", align: "right", cell: ({ asn }) => asn },
            ],
            plan.peers,
          ),
        ]),
    "## By hall and by switches\n",
    markdownTable(
      [
        { heading: "network", cell: ({ network }) => network },
        {
          heading: "of",
          cell: ({ hall, switches }) => (hall === undefined ? ofSwitches(allocation, switches) : `hall ${hall}`),
        },
        { heading: "first subnet", cell: ({ first }) => first },
        { heading: "subnets", align: "right", cell: ({ count }) => groupThousands(count) },
      ],
      allocation.subnets,
    ),
  ].join("\n");
}

const reserved = ({ reservedAddresses, gateway }: AddressPlan): string =>
  reservedAddresses === 0
    ? ""
    : `; the ${reservedAddresses} ${gateway === "first" ? "after" : "before"} it are kept for routers`;

const addressesOf = (cidrs: readonly string[]): number =>
  cidrs.reduce((sum, cidr) => {
    const range = parseRange(cidr);
    return sum + (range === undefined ? 0 : sizeOf(range));
  }, 0);

const inUse = (subnets: readonly ResolvedSubnet[]): number =>
  subnets.filter(({ position }) => position !== undefined).length;

const numbersOf = (asns: ResolvedSite["allocation"]["asns"], range: string): number =>
  asns.filter((each) => each.range === range).reduce((sum, { count }) => sum + count, 0);

function ofSwitches({ switches }: ResolvedSite["allocation"], id: string | undefined): string {
  const line = switches.find((each) => each.id === id);
  return line === undefined ? "" : `${line.role} ${line.switches} of ${line.fabric}`;
}
