import Big from "big.js";
import {
  countedMeaning,
  didYouMean,
  formatMW,
  groupThousands,
  type LeaseTerms,
  phasesOf,
  type SiteSpec,
} from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, leases, phasesPath } from "./walk";

export const premisesFit: Rule = {
  id: "LEASE-4",
  title: "premises lie in a phase and a hall of their site, and contract no more power than their phase brings",
  severity: "error",
  formula: "sum of contractedKW of the premises of a phase, or of the phase <= its critical IT power",
  source: "data-hall leases: rent is due on the contracted demand of each hall, which is a part of what is delivered",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      yield* references(context, site, lease, `${path}.premises`);
      if (!context.isPartial(phasesPath(site)) && !context.isPartial(path)) yield* sums(site, lease, path);
    }
  },
};

function* references(context: RuleContext, site: SiteSpec, lease: LeaseTerms, path: string): Generator<Report> {
  if (site.tenure === "cloud") return;
  const phases = phasesOf(site).map(({ id }) => id);
  const halls = site.halls.map(({ name }) => name);
  for (const { id, phase, hall } of lease.premises ?? []) {
    if (!phases.includes(phase) && !context.lacksItems(phasesPath(site))) {
      const message = `the site has no phase ${JSON.stringify(phase)}; it has ${phases.join(", ") || "no phases"}`;
      yield { path: `${path}.${id}.phase`, observed: phase, message, ...hinted(didYouMean(phase, phases)) };
    }
    if (hall === undefined || halls.includes(hall) || context.lacksItems(`sites.${site.name}.halls`)) continue;
    const message = `the site has no hall ${JSON.stringify(hall)}; it has ${halls.join(", ") || "no halls"}`;
    yield { path: `${path}.${id}.hall`, observed: hall, message, ...hinted(didYouMean(hall, halls)) };
  }
}

function* sums(site: SiteSpec, lease: LeaseTerms, path: string): Generator<Report> {
  for (const phase of phasesOf(site)) {
    const { power, contractedKW } = phase;
    const premises = (lease.premises ?? []).filter((each) => each.phase === phase.id);
    const stated = premises.flatMap((each) => each.contractedKW ?? []);
    const sum = Number(stated.reduce((total, kW) => total.plus(kW), new Big(0)));
    const contracted = Math.max(sum, contractedKW ?? 0);
    const limit = Number(new Big(power.valueMW).times(1000));
    if (countedMeaning(power) !== "criticalIT" || contracted <= limit) continue;
    // A floor may be exceeded.
    const open = power.bound === "atLeast" || power.bound === "about";
    yield {
      path: sum > limit ? `${path}.premises` : `${phasesPath(site)}.${phase.id}.contractedKW`,
      ...(open ? { severity: "warning" as const } : {}),
      phase: phase.id,
      observed: contracted,
      limit,
      unit: "kW",
      message: `${groupThousands(contracted)} kW are contracted in phase ${phase.id}, which brings ${formatMW(power.valueMW, power.bound)}`,
      hint: "rent is due on contracted kW: correct them, or the power of the phase",
    };
  }
}
