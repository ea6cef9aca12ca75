import { type DrawingKind, type SiteDrawing, siteDrawings } from "../../../constructs/emit/drawings/site-drawings";
import type { Drawing } from "../../../constructs/emit/drawings/svg";
import { type FleetDocument, groupThousands, type SiteSpec, siteInUse } from "../../../constructs/model";
import { planningContextOf } from "../../../constructs/owned/allocation/planning-context";
import { type ResolvedSite, resolveSite } from "../../../constructs/owned/resolve/resolve-site";
import type { SpecChange } from "../../report/spec-schema";
import { compareDrawings, type ThingChange, thingsOf } from "./compare";
import { movesOf } from "./moves";

/** Most things of a picture: beyond it a browser is slow, and a screen too small. A hall of a hundred megawatts has some thousands. */
export const MOST_THINGS = 12_000;

/** One drawing of a site on both sides. */
export interface PicturePair {
  readonly kind: DrawingKind;
  /** The name of what is drawn: a hall, a fabric, a rack; empty where a site has one. */
  readonly name: string;
  /** Where synthesis writes it, below the site's folder. */
  readonly file: string;
  readonly before: Drawing | undefined;
  readonly after: Drawing | undefined;
  readonly changes: readonly ThingChange[];
  /** Why it is not shown. */
  readonly omitted?: string;
}

/** A site on both sides, with what is drawn of it. */
export interface SitePair {
  /** Its name in head, or in base where it is gone. */
  readonly name: string;
  readonly before: SiteSpec | undefined;
  readonly after: SiteSpec | undefined;
  readonly pictures: readonly PicturePair[];
}

/** What has another name in base, by its path in head: `sites.lab`, `sites.lab.halls.h1`. */
export type FormerNames = ReadonlyMap<string, string>;

/** The names in base of sites, halls and fabrics that were renamed. */
export const formerNamesOf = (changes: readonly SpecChange[]): FormerNames =>
  new Map(
    changes.flatMap(({ kind, path, before }): [string, string][] =>
      kind === "renamed" && before !== undefined ? [[path, before]] : [],
    ),
  );

/** The sites of both fleets: in the order of head, those that are gone last. */
export function sitePairs(
  base: FleetDocument | undefined,
  head: FleetDocument | undefined,
  formerNames: FormerNames = new Map(),
): SitePair[] {
  const left = new Map((base?.spec.sites ?? []).map((site) => [site.name, site]));
  const pairs = (head?.spec.sites ?? []).map((after) => {
    const former = formerNames.get(`sites.${after.name}`) ?? after.name;
    const before = left.get(former);
    left.delete(former);
    return { name: after.name, before, after };
  });
  const gone = [...left].map(([name, before]) => ({ name, before, after: undefined }));
  return [...pairs, ...gone].map(({ name, before, after }) => ({
    name,
    before,
    after,
    pictures: picturesOf(drawingsOf(base, before), drawingsOf(head, after), (kind, part) =>
      kind === "hall" || kind === "fabric" ? formerNames.get(`sites.${name}.${kind}s.${part}`) : undefined,
    ),
  }));
}

interface Drawn {
  readonly resolved: ResolvedSite;
  readonly drawings: readonly SiteDrawing[];
}

function drawingsOf(fleet: FleetDocument | undefined, given: SiteSpec | undefined): Drawn | undefined {
  if (fleet === undefined || given === undefined || given.retired) return undefined;
  const site = siteInUse(given);
  if (site.tenure === "cloud") return undefined;
  const context = planningContextOf(fleet.spec);
  const resolved = resolveSite(site, context);
  return { resolved, drawings: siteDrawings(resolved, context) };
}

function picturesOf(
  before: Drawn | undefined,
  after: Drawn | undefined,
  formerName: (kind: DrawingKind, name: string) => string | undefined,
): PicturePair[] {
  const left = new Map((before?.drawings ?? []).map((each) => [`${each.kind} ${nameOf(each)}`, each]));
  const pairs = (after?.drawings ?? []).map((is) => {
    const key = `${is.kind} ${formerName(is.kind, nameOf(is)) ?? nameOf(is)}`;
    const was = left.get(key);
    left.delete(key);
    return { was, is, some: is };
  });
  const gone = [...left.values()].map((was) => ({ was, is: undefined, some: was }));
  return [...pairs, ...gone].map(({ was, is, some }): PicturePair => {
    const { kind, file } = some;
    const name = nameOf(some);
    const common = { kind, name, file };
    const most = Math.max(...[was, is].map((each) => (each === undefined ? 0 : thingsOf(each.drawing).size)));
    if (most > MOST_THINGS) {
      const omitted = `${groupThousands(most)} things are too many for a page, of which ${groupThousands(MOST_THINGS)} is the most: the picture is in ${file} of the site's output`;
      return { ...common, before: undefined, after: undefined, changes: [], omitted };
    }
    const sideOf = (side: Drawn | undefined, drawn: SiteDrawing | undefined) => ({
      site: side?.resolved,
      hall: drawn === undefined ? name : nameOf(drawn),
    });
    const moves = kind === "hall" ? movesOf(sideOf(before, was), sideOf(after, is)) : undefined;
    const changes = compareDrawings(was?.drawing, is?.drawing, moves);
    return { ...common, before: was?.drawing, after: is?.drawing, changes };
  });
}

/** `drawings/hall-h1.svg` is of `h1`. */
function nameOf({ kind, file }: SiteDrawing): string {
  const stem = file.replace(/^drawings\//, "").replace(/\.svg$/, "");
  if (kind === "oneLine") return "";
  return kind === "hall" || kind === "rack" ? stem.slice(kind.length + 1) : stem;
}
