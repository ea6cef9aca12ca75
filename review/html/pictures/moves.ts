import type { ResolvedSite } from "../../../constructs/owned/resolve/resolve-site";
import { type Moves, noMoves } from "./compare";

/** The machines and switches of a site by where they stand, and where each stands: `hall-1/r01-07`. */
interface Whereabouts {
  readonly at: ReadonlyMap<string, readonly string[]>;
  readonly of: ReadonlyMap<string, string>;
}

/** A hall on one side, by the name that it has there. */
export interface SideOfHall {
  readonly site: ResolvedSite | undefined;
  readonly hall: string;
}

/**
 * What stands elsewhere than before, by the names of hosts and switches. A place is moved to where the first of what stood there stands
 * now, if nothing of it stood there before.
 */
export function movesOf(before: SideOfHall, after: SideOfHall): Moves {
  if (before.site === undefined || after.site === undefined) return noMoves;
  const was = { ...whereabouts(before.site), hall: before.hall };
  const is = { ...whereabouts(after.site), hall: after.hall };
  return { cameFrom: (key) => elsewhere(key, is, was), wentTo: (key) => elsewhere(key, was, is) };
}

type Side = Whereabouts & { readonly hall: string };

/** Where what stands at a place here stands there, if none of it stands at the same place. */
function elsewhere(key: string, here: Side, there: Side): string | undefined {
  const names = here.at.get(`${here.hall}/${key}`) ?? [];
  const same = `${there.hall}/${key}`;
  const [first] = names;
  const place = first === undefined ? undefined : there.of.get(first);
  if (place === undefined || names.some((name) => there.of.get(name) === same)) return undefined;
  return within(place, there.hall);
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
