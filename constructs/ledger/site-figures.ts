import { acceleratorOf, type Machine, sizePool } from "../catalog";
import { type Basis, countedMeaning, type PowerFigure, phasesOf, type SiteSpec, type Total, total } from "../model";

/** Looks a machine up in the fleet's own definitions and the catalogue. */
export type MachineLookup = (type: string) => Machine | undefined;

/** A site in figures. */
export interface SiteFigures {
  /** Power deliverable to IT equipment, in MW, as far as figures say so or are counted so. */
  readonly criticalIT?: Total;
  /** Power drawn from the grid, in MW. */
  readonly utility?: Total;
  /** Figures whose source does not say which power is meant and that no assumption counts. */
  readonly uncounted: readonly PowerFigure[];
  readonly machines: number;
  readonly hosts: number;
  /** Chips by accelerator, in order of name. */
  readonly accelerators: Readonly<Record<string, number>>;
  /** The most the machines draw, in MW. */
  readonly load: Total;
  /** Machine types whose power nobody states; they are missing from `load`. */
  readonly unknownPower: readonly string[];
}

/** The power figures of a site: its own, else those of its phases. */
export function powerFiguresOf(site: SiteSpec): readonly PowerFigure[] {
  return site.power === undefined ? phasesOf(site).map((phase) => phase.power) : [site.power];
}

/** Counts out one site. Pools whose machine or topology does not exist are left out: the rules report them. */
export function siteFigures(site: SiteSpec, machine: MachineLookup): SiteFigures {
  const figures = powerFiguresOf(site);
  const counted = (meaning: "criticalIT" | "utility") =>
    figures
      .filter((figure) => countedMeaning(figure) === meaning)
      .map(({ valueMW, bound, basis }) => ({ value: valueMW, bound, basis }));
  const utility = counted("utility");
  const critical = [...counted("criticalIT"), ...utility.flatMap((figure) => throughPue(figure, site.peakPue?.value))];
  return {
    ...(critical.length === 0 ? {} : { criticalIT: total(critical) }),
    ...(utility.length === 0 ? {} : { utility: total(utility) }),
    uncounted: figures.filter((figure) => countedMeaning(figure) === undefined),
    ...countPools(site, machine),
  };
}

/** A utility figure leaves this much for IT; without a PUE nothing can be said. The quotient rests on an assumption. */
function throughPue<F extends { readonly value: number; readonly basis: Basis }>(
  figure: F,
  peakPue: number | undefined,
): F[] {
  return peakPue === undefined || peakPue < 1 ? [] : [{ ...figure, value: figure.value / peakPue }];
}

function countPools(site: SiteSpec, lookup: MachineLookup) {
  const accelerators: Record<string, number> = {};
  const loads: { value: number; basis: Basis }[] = [];
  const unknownPower = new Set<string>();
  let machines = 0;
  let hosts = 0;
  for (const cluster of site.clusters) {
    for (const pool of cluster.pools) {
      const machine = lookup(pool.machine);
      const size = machine === undefined ? undefined : sizePool(pool, machine);
      if (machine === undefined || size === undefined) continue;
      const chip = acceleratorOf(machine)?.name ?? machine.accelerator;
      accelerators[chip] = (accelerators[chip] ?? 0) + size.accelerators;
      machines += size.machines;
      hosts += size.hosts;
      if (size.powerMW === undefined) unknownPower.add(machine.type);
      else loads.push(size.powerMW);
    }
  }
  const ordered = Object.fromEntries(Object.entries(accelerators).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { machines, hosts, accelerators: ordered, load: total(loads), unknownPower: [...unknownPower].sort() };
}
