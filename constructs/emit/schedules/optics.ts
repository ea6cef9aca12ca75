import { findSwitch } from "../../catalog";
import { groupThousands } from "../../model";
import { unitBound } from "../../owned/fabric/bound";
import { type CableLine, type CablePlan, type ModuleLine, opticsKW } from "../../owned/fabric/cables";
import { cableName, moduleName, tierWords } from "../../owned/fabric/materials";
import { type FabricPlan, type NetworkPlan, networksOf } from "../../owned/fabric/plan";
import { switchesOf } from "../../owned/fabric/switches";
import { linkCount } from "../../owned/fabric/wiring";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";
import { escapeMarkdown, markdownTable } from "../markdown";

/** The bill of a fabric's switches, modules and cables, as a table for a spreadsheet and as a page. */
export function opticsFiles(plan: FabricPlan, cables: readonly CablePlan[]): EmittedFile[] {
  const { name } = plan.fabric;
  return [
    { file: `schedules/${name}-optics.csv`, text: csv(plan, cables) },
    { file: `schedules/${name}-optics.md`, text: markdown(plan, cables) },
  ];
}

const columns = [
  "fabric",
  "kind",
  "network",
  "tier",
  "at",
  "item",
  "lengthM",
  "quantity",
  "wattsEach",
  "powerKW",
  "leadTimeWeeks",
  "leadTimeBasis",
] as const;

const modulesOf = (cables: readonly CablePlan[]): ModuleLine[] => cables.flatMap(({ modules }) => modules);
const cablesOf = (cables: readonly CablePlan[]): CableLine[] => cables.flatMap((plan) => plan.cables);
const itemOf = (module: ModuleLine): string =>
  module.optical ? moduleName(module) : `plug of ${moduleName(module).replace(/^module /, "")}, with its cable`;
/** What a switch draws with passive cables: its modules have lines of their own. */
const bareWatts = (type: string): number => Math.round((findSwitch(type)?.powerKW.value ?? 0) * 1000);
const kilowatts = (watts: number): number => Math.round(watts) / 1000;

function csv(plan: FabricPlan, cables: readonly CablePlan[]): string {
  const fabric = plan.fabric.name;
  const assumed = { leadTimeBasis: "assumed" };
  return toCsv(columns, [
    ...switchesOf(plan).map(({ role, type, count }) => ({
      fabric,
      kind: "switch",
      tier: role,
      item: type,
      quantity: count,
      wattsEach: bareWatts(type),
      powerKW: kilowatts(bareWatts(type) * count),
      leadTimeWeeks: findSwitch(type)?.leadTimeWeeks.value,
      ...assumed,
    })),
    ...modulesOf(cables).map((module) => ({
      fabric,
      kind: module.optical ? "module" : "plug",
      network: module.network,
      tier: module.tier,
      at: module.at,
      item: itemOf(module),
      quantity: module.count,
      wattsEach: module.watts,
      powerKW: kilowatts(module.count * module.watts),
      leadTimeWeeks: module.leadTimeWeeks,
      ...assumed,
    })),
    ...cablesOf(cables).map((line) => ({
      fabric,
      kind: "cable",
      network: line.network,
      tier: line.tier,
      item: cableName(line),
      lengthM: line.lengthM,
      quantity: line.cables,
      leadTimeWeeks: line.leadTimeWeeks,
      ...assumed,
    })),
  ]);
}

function markdown(plan: FabricPlan, cables: readonly CablePlan[]): string {
  const power = opticsKW(cables);
  const unplaced = cablesOf(cables).filter(({ lengthM }) => lengthM === undefined);
  return [
    `# Fabric ${escapeMarkdown(plan.fabric.name)}: switches, modules, cables\n`,
    ...networksOf(plan).map(summary),
    `Modules draw ${groupThousands(power.switches)} kW in switches and ${groupThousands(power.hosts)} kW in hosts.`,
    "Lead times are assumed: ask the suppliers.",
    ...(unplaced.length === 0
      ? []
      : [
          `Of ${groupThousands(unplaced.reduce((sum, { links }) => sum + links, 0))} links it is not known yet where both ends stand.`,
        ]),
    "",
    "## Switches\n",
    markdownTable(
      [
        { heading: "role", cell: ({ role }) => role },
        { heading: "type", cell: ({ type }) => type },
        { heading: "count", align: "right", cell: ({ count }) => groupThousands(count) },
        { heading: "W each, without modules", align: "right", cell: ({ type }) => bareWatts(type) },
        {
          heading: "kW",
          align: "right",
          cell: ({ type, count }) => groupThousands(kilowatts(bareWatts(type) * count)),
        },
        { heading: "weeks", align: "right", cell: ({ type }) => findSwitch(type)?.leadTimeWeeks.value },
      ],
      switchesOf(plan),
    ),
    "## Modules\n",
    markdownTable(
      [
        { heading: "network", cell: ({ network }) => network },
        { heading: "links", cell: ({ tier }) => tierWords[tier] },
        { heading: "in", cell: ({ at }) => at },
        { heading: "item", cell: itemOf },
        { heading: "count", align: "right", cell: ({ count }) => groupThousands(count) },
        { heading: "W each", align: "right", cell: ({ watts }) => watts },
        { heading: "kW", align: "right", cell: ({ count, watts }) => groupThousands(kilowatts(count * watts)) },
        { heading: "weeks", align: "right", cell: ({ leadTimeWeeks }) => leadTimeWeeks },
      ],
      modulesOf(cables),
    ),
    "## Cables\n",
    markdownTable(
      [
        { heading: "network", cell: ({ network }) => network },
        { heading: "links", cell: ({ tier }) => tierWords[tier] },
        { heading: "item", cell: cableName },
        { heading: "cables", align: "right", cell: ({ cables: count }) => groupThousands(count) },
        { heading: "weeks", align: "right", cell: ({ leadTimeWeeks }) => leadTimeWeeks },
      ],
      cablesOf(cables),
    ),
  ].join("\n");
}

/** What is built, and what the formula asks for at least. */
function summary({ kind, wiring, planes, switchName, linkGbps }: NetworkPlan): string {
  const { clos } = wiring;
  const bound = unitBound(clos);
  const links = (["hostLeaf", "leafSpine", "spineCore"] as const).map((tier) =>
    groupThousands(linkCount(wiring, tier) * planes),
  );
  const rows = [
    ["leaves", clos.leaves, bound.leaves, wiring.leaves],
    ["spines", clos.spines, bound.spines, wiring.spines],
    ["cores", clos.cores, bound.cores, wiring.cores],
  ] as const;
  const table = markdownTable(
    [
      { heading: `${kind} network`, cell: ([what]) => what },
      { heading: "fewest by the formula", align: "right", cell: ([, , least]) => groupThousands(least * planes) },
      { heading: "end state, wired evenly", align: "right", cell: ([, end]) => groupThousands(end * planes) },
      { heading: "with the hosts there are", align: "right", cell: ([, , , now]) => groupThousands(now * planes) },
    ],
    rows.filter(([what]) => clos.tiers === 3 || what !== "cores"),
  );
  const shape = `${switchName} at ${linkGbps} Gbit/s, ${clos.tiers} tiers${planes === 1 ? "" : `, ${planes} planes`}: ${groupThousands(clos.units)} units of ${clos.unitHosts} hosts in ${groupThousands(clos.pods)} ${clos.pods === 1 ? "pod" : "pods"}.`;
  return `${escapeMarkdown(shape)} Links from hosts, leaves and spines: ${links.join(", ")}.\n\n${table}`;
}
