import {
  compareDates,
  type DatePlace,
  type FollowTrouble,
  type MilestoneKind,
  milestoneOrder,
  type Phase,
  type SiteDates,
  type SiteSpec,
  siteDates,
} from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { phases, phasesPath, sites } from "./walk";

export const milestoneFollows: Rule = {
  id: "TIME-6",
  title: "what a milestone follows is there, is not itself, and comes first",
  severity: "error",
  formula:
    "follows names one milestone or one step of a utility; no way leads back; forecast >= what it follows + days",
  source: "the fleet document: a day that is computed from another needs one",
  *check(context) {
    for (const { site } of sites(context)) {
      const dates = siteDates(site);
      for (const trouble of dates.troubles) yield* told(context, site, trouble);
    }
    for (const { site, phase, path } of phases(context)) yield* overtaken(siteDates(site), phase, path);
  },
};

function* told(context: RuleContext, site: SiteSpec, { at, trouble, named }: FollowTrouble): Generator<Report> {
  const path = `${pathOf(site, at)}.follows`;
  // What was left out for its form may be what is named.
  if (
    trouble === "is not there" &&
    (context.isPartial(phasesPath(site)) || context.isPartial(`sites.${site.name}.utilities`))
  )
    return;
  const place = { path, ...(at.of === "phase" ? { phase: at.phase } : {}) };
  switch (trouble) {
    case "says nothing":
      yield {
        ...place,
        message: "follows says neither which milestone nor which utility it follows",
        hint: "follows: { milestone: utility, days: 30 }, or { utility: grid, step: s1 }",
      };
      return;
    case "says two things":
      yield {
        ...place,
        message: "follows names a milestone and a utility; a milestone follows one of them",
        hint: "follow the utility with the milestone `utility`, and that with the others",
      };
      return;
    case "is not there":
      yield { ...place, observed: named, message: `the site has no ${named} that it could follow` };
      return;
    case "comes round":
      yield { ...place, observed: named, message: `follows comes round to itself: ${named}` };
  }
}

/** What is expected earlier than what it follows: a forecast that nobody moved when the other slipped. */
function* overtaken(dates: SiteDates, phase: Phase, path: string): Generator<Report> {
  for (const kind of milestoneOrder) {
    const { follows, forecast, actual } = phase.milestones[kind] ?? {};
    if (follows === undefined || forecast === undefined || actual !== undefined) continue;
    const day = followed(dates, phase, kind);
    if (day === undefined || compareDates(forecast, day) >= 0) continue;
    yield {
      path: `${path}.milestones.${kind}.forecast`,
      severity: "warning",
      phase: phase.id,
      observed: forecast,
      limit: day,
      message: `${kind} is expected on ${forecast}, but what it follows puts it on ${day} at the earliest`,
      hint: "take the forecast out: the day then follows by itself",
    };
  }
}

/** The day that what a milestone follows gives it. */
function followed(dates: SiteDates, phase: Phase, kind: MilestoneKind): string | undefined {
  const follows = phase.milestones[kind]?.follows;
  return follows === undefined ? undefined : dates.day({ follows: { phase: phase.id, ...follows } });
}

const pathOf = (site: SiteSpec, at: DatePlace): string => {
  if (at.of === "phase") return `${phasesPath(site)}.${at.phase}.milestones.${at.milestone}`;
  const service = `sites.${site.name}.utilities.${at.utility}`;
  return at.step === undefined ? `${service}.energization` : `${service}.ramp.${at.step}.dates`;
};
