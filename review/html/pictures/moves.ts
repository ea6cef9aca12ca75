import type { ResolvedSite } from "../../../constructs/owned/resolve/resolve-site";
import { type Moves, noMoves } from "./compare";

/** The machines and switches of a site by where they stand, and where each stands: `hall-1/r01-07`. */
interface Whereabouts {
  readonly at: ReadonlyMap<string, readonly string[]>;
  readonly of: ReadonlyMap<string, string>;
}

/**
 * What stands elsewhere than before, by the names of hosts and switches. A place is moved to where the first of what stood there stands
 * now, if nothing of it stood there before.
 */
export function movesOf(before: ResolvedSite | undefined, after: ResolvedSite | undefined, hall: string): Moves {
  if (before === undefined || after === undefined) return noMoves;
  const [was, is] = [whereabouts(before), whereabouts(after)];
  const other = (key: string, here: Whereabouts, there: Whereabouts): string | undefined => {
    const place = `${hall}/${key}`;
    const [first] = here.at.get(place) ?? [];
    const elsewhere = first === undefined ? undefined : there.of.get(first);
    if (elsewhere === undefined || elsewhere === place) return undefined;
    const stayed = (here.at.get(place) ?? []).some((name) => there.of.get(name) === place);
    return stayed ? undefined : within(elsewhere, hall);
  };
  return { cameFrom: (key) => other(key, is, was), wentTo: (key) => other(key, was, is) };
}

/** A place as one says it in a hall: with the name of its own hall where that is another. */
const within = (place: string, hall: string): string =>
  place.startsWith(`${hall}/`) ? place.slice(hall.length + 1) : place;

const known = new WeakMap<ResolvedSite, Whereabouts>();

function whereabouts(site: ResolvedSite): Whereabouts {
  const before = known.get(site);
  if (before !== undefined) return before;
  const at = new Map<string, string[]>();
  const of = new Map<string, string>();
  for (const { name, rack } of [...site.hosts, ...site.switches]) {
    const place = `${rack.hall}/${rack.position}`;
    of.set(name, place);
    const there = at.get(place);
    if (there === undefined) at.set(place, [name]);
    else there.push(name);
  }
  const made = { at, of };
  known.set(site, made);
  return made;
}
