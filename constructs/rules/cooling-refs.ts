import { didYouMean, expandHostlist, type PhysicalSiteSpec, phasesOf } from "../model";
import { positionNames } from "../owned/racks/positions";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, sites } from "./walk";

export const coolingRefs: Rule = {
  id: "COOL-5",
  title:
    "what the cooling topology names exists: halls, positions, loops, boards, phases; each component and position once",
  severity: "error",
  source: "the fleet document: components of cooling stand in loops, serve halls, and hang on the power tree",
  *check(context) {
    for (const { site, path } of sites(context)) {
      if (site.tenure === "cloud" || site.coolingTopology === undefined) continue;
      yield* loopRefs(context, site, path);
      yield* unitRefs(context, site, path);
    }
  },
};

/** A name that nobody has, among those that are known; `what` is its kind in words. */
function* lacking(name: string | undefined, known: readonly string[], path: string, what: string): Generator<Report> {
  if (name === undefined || known.includes(name)) return;
  const all = known.length === 0 ? undefined : known.length > 8 ? undefined : `known: ${known.join(", ")}`;
  yield {
    path,
    observed: name,
    message: `there is no ${what} ${JSON.stringify(name)}`,
    ...hinted(didYouMean(name, known) ?? all),
  };
}

function* loopRefs(context: RuleContext, site: PhysicalSiteSpec, path: string): Generator<Report> {
  const served = new Map<string, string>();
  const halls = site.halls.map(({ name }) => name);
  for (const loop of site.coolingTopology?.loops ?? []) {
    const at = `${path}.coolingTopology.loops.${loop.name}`;
    if (!context.lacksItems(`${path}.halls`)) yield* lacking(loop.hall, halls, `${at}.hall`, "hall of the site");
    if (loop.kind === "technology" && loop.hall === undefined && site.halls.length > 0) {
      yield {
        path: `${at}.hall`,
        message: `the loop ${loop.name} cools machines; it must say in which hall`,
        hint: `the halls are ${halls.join(", ")}`,
      };
    }
    const hall = site.halls.find(({ name }) => name === loop.hall);
    if (hall === undefined || loop.kind !== "technology") continue;
    const known = new Set(positionNames(hall));
    for (const position of loop.racks === undefined ? known : expandHostlist(loop.racks)) {
      const first = served.get(`${hall.name} ${position}`);
      if (!known.has(position)) {
        yield {
          path: `${at}.racks`,
          observed: loop.racks ?? "",
          message: `the hall ${hall.name} has no position ${position}`,
        };
        break;
      }
      if (first !== undefined) {
        yield {
          path: at,
          message: `the position ${position} of ${hall.name} is served by two loops: ${first} and ${loop.name}`,
        };
        break;
      }
      served.set(`${hall.name} ${position}`, loop.name);
    }
  }
}

function* unitRefs(context: RuleContext, site: PhysicalSiteSpec, path: string): Generator<Report> {
  const topology = site.coolingTopology;
  const loops = (topology?.loops ?? []).map(({ name }) => name);
  const halls = site.halls.map(({ name }) => name);
  const phases = phasesOf(site).map(({ id }) => id);
  const boards = boardIds(site);
  const lacks = (part: string) => context.isPartial(`${path}.${part}`);
  const seen = new Map<string, string>();
  for (const unit of topology?.units ?? []) {
    const at = `${path}.coolingTopology.units.${unit.name}`;
    for (const id of expandHostlist(unit.ids)) {
      const first = seen.get(id);
      seen.set(id, first ?? unit.name);
      if (first === undefined) continue;
      yield {
        path: `${at}.ids`,
        observed: unit.ids,
        message: `the component ${id} is there twice: in ${first} and in ${unit.name}`,
      };
      break;
    }
    if (!lacks("coolingTopology")) {
      yield* lacking(unit.loop, loops, `${at}.loop`, "loop");
      yield* lacking(unit.rejectsTo, loops, `${at}.rejectsTo`, "loop");
    }
    if (unit.loop === undefined && ["cdu", "pump", "chiller", "dryCooler", "coolingTower"].includes(unit.kind)) {
      yield {
        path: `${at}.loop`,
        message: `a ${unit.kind} stands in a loop; ${unit.name} must name it`,
        ...hinted(loops.length === 0 ? undefined : `the loops are ${loops.join(", ")}`),
      };
    }
    if (!lacks("halls"))
      for (const [index, hall] of (unit.halls ?? []).entries())
        yield* lacking(hall, halls, `${at}.halls[${index}]`, "hall of the site");
    if (!lacks("phases") && !lacks("lease")) yield* lacking(unit.phase, phases, `${at}.phase`, "phase of the site");
    if (boards === undefined || lacks("powerTopology")) continue;
    for (const [index, board] of (unit.boards ?? []).entries()) {
      if (boards.has(board)) continue;
      yield* lacking(board, [...boards], `${at}.boards[${index}]`, "node of the power topology");
    }
  }
}

/** Nodes of the power tree; undefined where the site has none, and nobody can say. */
function boardIds(site: PhysicalSiteSpec): ReadonlySet<string> | undefined {
  const nodes = site.powerTopology?.nodes;
  return nodes === undefined ? undefined : new Set(nodes.flatMap(({ id }) => [...expandHostlist(id)]));
}
