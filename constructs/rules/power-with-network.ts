import { sizePool } from "../catalog";
import { powerDays, powerFiguresOf, usablePower } from "../ledger";
import { presenceAt } from "../ledger/presence";
import { type Bound, type Fabric, formatMW, type PhysicalSiteSpec, phasesOf, siteDates, total } from "../model";
import { networksOf, planFabric } from "../owned/fabric/plan";
import { hostModulesKW } from "../owned/fabric/power";
import { switchesOf } from "../owned/fabric/switches";
import type { StandingItem } from "../owned/racks/standing";
import { mostCriticalPower, OPEN_LIMIT, powerIsPartial } from "./critical-power";
import { isThere, type PowerStep, stepAt } from "./power-steps";
import { figure } from "./rack-walk";
import type { Report, RuleContext } from "./rule";
import { scenes } from "./scenes";
import { machineAt, phasesPath, poolsOf } from "./walk";

/** Parts of a site that loads or limits are reckoned from. */
const parts = ["utilities", "fabrics", "halls", "rackLayouts"] as const;

/** What a site draws at one date, in kW, each part with the most that it may. */
interface ItLoad {
  readonly machinesKW: number;
  readonly switchesKW: number;
  /** Modules in the hosts. */
  readonly modulesKW: number;
  /** Devices that layouts place, and power that halls reserve. */
  readonly othersKW: number;
  readonly accelerators: number;
}

/**
 * Where machines alone have their power, but not together with the switches, the modules and the storage that they need: a part of the
 * rule PWR-10. What stands in a hall is that hall's, which is HALL-4; here phases and the utility are asked. A shortfall is reported
 * once, on the day on which it begins or changes.
 */
export function* beyondWithNetwork(context: RuleContext, site: PhysicalSiteSpec, path: string): Generator<Report> {
  if (powerIsPartial(context, site) || parts.some((part) => context.isPartial(`${path}.${part}`))) return;
  const days = powerDays(site);
  const phases = phasesOf(site);
  const dates = siteDates(site);
  const isUndated = days.length === 0 || phases.some((phase) => dates.usable(phase) === undefined);
  let before = "";
  for (const date of [...days, ...(isUndated ? [undefined] : [])]) {
    const step = stepAt(site, date);
    const limit = step.phases.length === 0 && phases.length > 0 ? undefined : limitAt(site, step);
    if (limit === undefined) continue;
    const load = loadAt(context, site, step);
    const allKW = clean(load.machinesKW + load.switchesKW + load.modulesKW + load.othersKW);
    // What the machines alone exceed is said by PWR-8.
    const isShort = allKW > limit.kW && load.machinesKW <= limit.kW;
    const key = isShort ? `${allKW} ${limit.kW}` : "";
    if (isShort && key !== before) yield report(site, step, load, allKW, limit);
    before = key;
  }
}

const clean = (value: number): number => Number(value.toPrecision(12));

interface Limit {
  readonly kW: number;
  readonly bound: Bound;
}

/** The least of what phases bring by a date and of what the utility leaves for IT; nothing where neither is known. */
function limitAt(site: PhysicalSiteSpec, { date, phases }: PowerStep): Limit | undefined {
  const figures = phases.length === 0 ? powerFiguresOf(site) : phases.map(({ power }) => power);
  const critical = figures.flatMap((each) => mostCriticalPower(each, site) ?? []);
  const sum = total(critical);
  const utility = usablePower(site, date).terms.find(({ name }) => name === "utility");
  const limits: Limit[] = [
    ...(figures.length > 0 && critical.length === figures.length
      ? [{ kW: clean(sum.value * 1000), bound: sum.bound }]
      : []),
    ...(utility === undefined ? [] : [{ kW: clean(utility.valueMW * 1000), bound: utility.bound }]),
  ];
  return limits.reduce<Limit | undefined>(
    (least, each) => (least === undefined || each.kW < least.kW ? each : least),
    undefined,
  );
}

function loadAt(context: RuleContext, site: PhysicalSiteSpec, step: PowerStep): ItLoad {
  const there = poolsOf(site).filter((pool) => isThere(pool, site, step));
  const sizes = there.flatMap((pool) => {
    const machine = machineAt(context, site, pool.machine);
    return (machine === undefined ? undefined : sizePool(pool, machine)) ?? [];
  });
  const network = networkAt(context, site, step);
  const racks = racksAt(context, site, step);
  return {
    machinesKW: clean(sizes.reduce((sum, { powerMW }) => sum + (powerMW?.value ?? 0) * 1000, 0)),
    accelerators: sizes.reduce((sum, { accelerators }) => sum + accelerators, 0),
    // Where switches stand says when they are there: with their hall.
    switchesKW: racks.switchesKW ?? network.switchesKW,
    modulesKW: network.modulesKW,
    othersKW: racks.othersKW,
  };
}

/** Fabrics as they stand with the hosts that are there: their wiring begins with them. */
function networkAt(
  context: RuleContext,
  site: PhysicalSiteSpec,
  step: PowerStep,
): Pick<ItLoad, "switchesKW" | "modulesKW"> {
  let [switchesKW, modulesKW] = [0, 0];
  for (const fabric of site.fabrics) {
    const cluster = site.clusters.find(({ name }) => name === fabric.cluster);
    const pools = cluster?.pools.filter((pool) => isThere(pool, site, step)) ?? [];
    if (pools.length === 0) continue;
    const known = { name: fabric.cluster, pools };
    const plan = planFabric(fabric, known, (type) => machineAt(context, site, type));
    if (plan === undefined || plan.hosts.hosts === 0) continue;
    switchesKW += switchesOf(plan).reduce((sum, { count, powerKW }) => sum + count * powerKW, 0);
    modulesKW += networksOf(plan).reduce((sum, network) => sum + hostModulesKW(network), 0);
  }
  return { switchesKW: clean(switchesKW), modulesKW: clean(modulesKW) };
}

/** What stands beside machines in the racks of halls that are open; no figure of switches unless all have places. */
function racksAt(
  context: RuleContext,
  site: PhysicalSiteSpec,
  { date }: PowerStep,
): { readonly othersKW: number; readonly switchesKW: number | undefined } {
  const racks = scenes(context).find((each) => each.site === site)?.racks ?? [];
  const presence = presenceAt(site, date);
  const ofFabrics = new Set(site.fabrics.flatMap(switchTypes));
  const places = racks.reduce((sum, { items }) => sum + countOf(items.filter(isSwitch)), 0);
  const isPlaced = places > 0 && places >= switchesWanted(context, site);
  let [switches, others] = [0, 0];
  for (const { items, stated } of racks.filter(presence.has)) {
    others += stated?.watts ?? 0;
    for (const item of items) {
      const watts = (item.item.watts ?? 0) * item.count;
      if (isSwitch(item)) switches += watts;
      // A switch of a fabric that a layout puts there counts with the fabric where planning does not place them.
      else if (item.pool === undefined && (isPlaced || !ofFabrics.has(item.item.type))) others += watts;
    }
  }
  return { othersKW: clean(others / 1000), switchesKW: isPlaced ? clean(switches / 1000) : undefined };
}

/** What planning places and is no machine is a switch of a fabric. */
const isSwitch = ({ pool, entry }: StandingItem): boolean => pool === undefined && entry === undefined;

const countOf = (items: readonly StandingItem[]): number => items.reduce((sum, { count }) => sum + count, 0);

/** Switches of all fabrics with every pool there. */
const switchesWanted = (context: RuleContext, site: PhysicalSiteSpec): number =>
  site.fabrics.reduce((sum, fabric) => {
    const cluster = site.clusters.find(({ name }) => name === fabric.cluster);
    const machine = (type: string) => machineAt(context, site, type);
    const plan = cluster === undefined ? undefined : planFabric(fabric, cluster, machine);
    return sum + (plan === undefined ? [] : switchesOf(plan)).reduce((all, { count }) => all + count, 0);
  }, 0);

const switchTypes = ({ switch: own, storage, management, wan }: Fabric): string[] =>
  [own, storage?.switch, management?.switch, management?.spineSwitch, wan?.switch].flatMap((type) => type ?? []);

function report(site: PhysicalSiteSpec, step: PowerStep, load: ItLoad, allKW: number, limit: Limit): Report {
  const { date, phases } = step;
  const phase = step.opening.at(-1) ?? phases.at(-1);
  const open = limit.bound === "atLeast";
  const shares = [
    [load.machinesKW, "machines"],
    [load.switchesKW, "switches with their modules"],
    [load.modulesKW, "modules in hosts"],
    [load.othersKW, "devices and what halls reserve"],
  ] as const;
  const told = shares.flatMap(([kW, what]) => (kW === 0 ? [] : [`${what} ${figure(kW)} kW`])).join(", ");
  const each = (kW: number) => figure(kW / load.accelerators);
  const perChip =
    load.accelerators === 0 ? "" : `; that is ${each(allKW)} kW for each accelerator, of ${each(limit.kW)} kW`;
  return {
    path: phase === undefined ? `sites.${site.name}.power` : `${phasesPath(site)}.${phase.id}.power`,
    ...(phase === undefined ? {} : { phase: phase.id }),
    observed: allKW,
    limit: limit.kW,
    unit: "kW",
    message: `${date === undefined ? "" : `from ${date} `}IT draws up to ${formatMW(allKW / 1000)} (${told}), more than the critical IT power of ${formatMW(limit.kW / 1000, limit.bound)}${perChip}${open ? `; ${OPEN_LIMIT}` : ""}`,
    hint: "a reserve for the network and storage belongs into the count of machines; correct machinePowerKW where they draw less",
  };
}
