import { groupThousands, type PhysicalSiteSpec } from "../model";
import { type PlacedRack, placedRacks, racksOnPower } from "../owned/power/placed-racks";
import type { RackOnPower } from "../owned/power/site-power";
import { type PhasePower, powerByPhase } from "../owned/power/site-study";
import type { RuleContext } from "./rule";
import { scenes } from "./scenes";
import { physicalSites } from "./walk";

/** A site with a power topology, at the date of one of its phases. */
export interface PowerAt extends PhasePower {
  readonly site: PhysicalSiteSpec;
  /** Path of the topology. */
  readonly path: string;
  /** `from 2027-03-01 `, or nothing where the phase has no date. */
  readonly when: string;
}

/**
 * The power tree of every site at the date of every phase. Sites whose tree cannot be followed are left out: PWR-12 reports them. So
 * are those of which a part was left out that loads are reckoned from.
 */
export function* powerAtDates(context: RuleContext): Generator<PowerAt> {
  for (const { site, path } of physicalSites(context)) {
    const parts = ["powerTopology", "coolingTopology", "halls", "utilities", "clusters"];
    if (site.powerTopology === undefined || parts.some((part) => context.isPartial(`${path}.${part}`))) continue;
    for (const each of powerByPhase(site, racksAt(context, site).loads)) {
      const { date } = each.power;
      yield { ...each, site, path: `${path}.powerTopology`, when: date === undefined ? "" : `from ${date} ` };
    }
  }
}

/** The racks of a site with their feeds, and what they are to the power tree. */
export interface RacksAt {
  readonly racks: readonly PlacedRack[];
  readonly loads: readonly RackOnPower[];
}

const placed = new WeakMap<RuleContext, Map<PhysicalSiteSpec, RacksAt>>();

/** What stands in the racks of a site, reckoned once for all rules of power; nothing where a part that decides it was left out. */
export function racksAt(context: RuleContext, site: PhysicalSiteSpec): RacksAt {
  const ofContext = placed.get(context) ?? new Map<PhysicalSiteSpec, RacksAt>();
  placed.set(context, ofContext);
  const known = ofContext.get(site);
  if (known !== undefined) return known;
  const scene = scenes(context).find((each) => each.site === site);
  const racks = scene === undefined ? [] : placedRacks(site, scene.racks);
  const found = { racks, loads: racksOnPower(racks) };
  ofContext.set(site, found);
  return found;
}

/** The phase of a finding, where there is one. */
export const inPhase = (phase: string | undefined): { phase?: string } => (phase === undefined ? {} : { phase });

/** `1,250 kW`: one decimal at most. */
export const formatPower = (value: number, unit: "kW" | "kVA"): string => `${groupThousands(rounded(value))} ${unit}`;

/** A number as findings show it: binary dust would differ from run to run of another machine. */
export const rounded = (value: number): number => Number(value.toFixed(1));

/** ` (and 3 more of pdu-[001-120])`. */
export const andMore = (others: number, entry: string): string =>
  others === 0 ? "" : ` (and ${others} more of ${entry})`;

/** Up to three names and how many more there are: `rack-1, rack-2, rack-3 and 9 more`. */
export function fewOf(names: readonly string[]): string {
  const rest = names.length - 3;
  return rest <= 0 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${rest} more`;
}

/** Whether a finding about a place has been made with the same words before: at an earlier phase, in numbers that have not changed. */
export function onceFor(): (key: string, words: string) => boolean {
  const said = new Map<string, string>();
  return (key, words) => {
    const isNew = said.get(key) !== words;
    said.set(key, words);
    return isNew;
  };
}

/** Where a finding about a rack stands: at the pool whose machines are in it, else at its hall. */
export function rackOf(path: string, { parts, hall }: Pick<PlacedRack, "parts" | "hall">): string {
  const part = parts.find(({ pool }) => pool !== undefined);
  return part === undefined ? `${path}.halls.${hall}` : `${path}.clusters.${part.cluster}.pools.${part.pool}`;
}
