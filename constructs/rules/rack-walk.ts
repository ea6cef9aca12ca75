import { groupThousands } from "../model";
import { type Configuration, configurationsOf } from "../owned/racks/configurations";
import type { StandingItem } from "../owned/racks/standing";
import type { RuleContext } from "./rule";
import { type Scene, scenes } from "./scenes";

/** Racks of a site in which the same stands, and the part of the fleet that says so. */
export interface ConfigurationAt extends Configuration {
  readonly scene: Scene;
  /** The layout, the pool, or the entry of the hall. */
  readonly path: string;
}

/** Every kind of filled rack of the sites in use. */
export function* configurations(context: RuleContext): Generator<ConfigurationAt> {
  for (const scene of scenes(context)) {
    for (const configuration of configurationsOf(scene.racks)) {
      yield { scene, path: pathOf(scene.path, configuration), ...configuration };
    }
  }
}

function pathOf(site: string, { sample }: Configuration): string {
  if (sample.layout !== undefined) return `${site}.rackLayouts.${sample.layout}`;
  const machines = sample.items.find(({ pool }) => pool !== undefined);
  if (machines !== undefined) return `${site}.clusters.${machines.cluster}.pools.${machines.pool}`;
  const hall = `${site}.halls.${sample.hall}`;
  return sample.reserved === undefined ? hall : `${hall}.reserved.${sample.reserved}`;
}

/** `rack r01-01 of h1`, `racks r01-01 and 7 more of h1`. */
export function racksIn({ racks, sample }: Configuration): string {
  const more = racks.length - 1;
  return more === 0
    ? `rack ${sample.position} of ${sample.hall}`
    : `rack ${sample.position} and ${groupThousands(more)} more of ${sample.hall}`;
}

/** `4 dgx-h100 and 1 management-switch-1u`. */
export function itemsIn(items: readonly StandingItem[]): string {
  const words = items.map(({ count, item }) => `${count} ${item.type}`);
  const last = words.pop() ?? "nothing";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}

/** `4 dgx-h100 ... draw`, `1 gb200-nvl72 ... draws`. */
export const verb = (items: readonly StandingItem[], word: string): string =>
  items.reduce((sum, { count }) => sum + count, 0) === 1 || items.length === 0 ? `${word}s` : word;

/** A figure with thousands grouped, and no dust of binary fractions. */
export const figure = (value: number): string => groupThousands(Number(value.toFixed(3)));
