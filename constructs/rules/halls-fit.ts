import { countedMeaning, didYouMean, formatMW, type PhysicalSiteSpec, phasesOf, total } from "../model";
import { isOpen, OPEN_LIMIT, powerIsPartial } from "./critical-power";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, phases, sites } from "./walk";

export const hallsFit: Rule = {
  id: "HALL-1",
  title: "halls hold no more than their site has, and each opens with one phase of it",
  severity: "error",
  formula: "sum of criticalItMW of the halls <= critical IT power of the site",
  source: "the fleet document: a hall is a part of its site and is handed over once",
  *check(context) {
    for (const { site, path } of sites(context)) {
      if (site.tenure !== "cloud") yield* sums(context, site, path);
    }
    const opened = new Map<string, string>();
    for (const { site, phase, path } of phases(context)) {
      if (site.tenure === "cloud") continue;
      const names = site.halls.map((hall) => hall.name);
      for (const [index, hall] of phase.halls.entries()) {
        const place = { path: `${path}.halls[${index}]`, observed: hall, phase: phase.id };
        const key = `${site.name}.${hall}`;
        const first = opened.get(key);
        if (!names.includes(hall)) {
          if (context.lacksItems(`sites.${site.name}.halls`)) continue;
          const message = `the site has no hall ${JSON.stringify(hall)}${names.length === 0 ? "; it has no halls" : ""}`;
          yield {
            ...place,
            message,
            ...hinted(didYouMean(hall, names) ?? (names.length === 0 ? undefined : `it has ${names.join(", ")}`)),
          };
        } else if (first !== undefined) {
          yield { ...place, message: `the hall ${hall} opens twice: with phase ${first}, and with phase ${phase.id}` };
        }
        opened.set(key, first ?? phase.id);
      }
    }
  },
};

function* sums(context: RuleContext, site: PhysicalSiteSpec, path: string): Generator<Report> {
  const figures = site.power === undefined ? phasesOf(site).map((phase) => phase.power) : [site.power];
  const critical = figures.filter((figure) => countedMeaning(figure) === "criticalIT");
  if (powerIsPartial(context, site) || context.isPartial(`${path}.halls`)) return;
  if (critical.length < figures.length || figures.length === 0) return;
  const limit = total(critical.map(({ valueMW, bound, basis }) => ({ value: valueMW, bound, basis })));
  const halls = total(site.halls.map((hall) => ({ value: hall.criticalItMW, basis: "assumed" as const }))).value;
  if (halls <= limit.value) return;
  const open = isOpen(critical);
  yield {
    path: `${path}.halls`,
    ...(open ? { severity: "warning" as const } : {}),
    observed: halls,
    limit: limit.value,
    unit: "MW",
    message: `the halls hold ${formatMW(halls)} of IT, more than the site's critical IT power of ${formatMW(limit.value, limit.bound)}${open ? `; ${OPEN_LIMIT}` : ""}`,
  };
}
