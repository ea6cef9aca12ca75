import type { GoogleCluster } from "../../model";
import type { Report, Rule } from "../rule";
import { googleClusters } from "../walk";

type Maintenance = NonNullable<GoogleCluster["maintenance"]>;
type Span = { readonly start: string; readonly end: string };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** GKE counts only windows of so many hours. For how long it puts off everything has changed over time: a warning. */
const LEAST_HOURS = 4;
const MOST_DAYS = 30;

export const googleMaintenance: Rule = {
  id: "GCP-MAINT-1",
  title: "maintenance windows and exclusions end after they begin, and are of a length that GKE takes",
  severity: "error",
  formula: `end > start; hours of a window >= ${LEAST_HOURS}; days of an exclusion of everything <= ${MOST_DAYS} (a warning)`,
  source: "GKE documentation, maintenance windows and exclusions",
  *check(context) {
    for (const { cluster, path } of googleClusters(context)) {
      if (cluster.maintenance !== undefined) yield* lengths(cluster.maintenance, `${path}.maintenance`);
    }
  },
};

function* lengths({ window, exclusions }: Maintenance, path: string): Generator<Report> {
  const hours = length(window) / HOUR;
  if (hours <= 0) yield backwards(window, `${path}.window`);
  else if (hours < LEAST_HOURS) {
    yield {
      path: `${path}.window.end`,
      observed: hours,
      limit: LEAST_HOURS,
      unit: "hours",
      message: `a window has at least ${LEAST_HOURS} hours; ${window.start} to ${window.end} has ${Math.round(hours * 100) / 100}`,
      hint: `end it at ${new Date(Date.parse(window.start) + LEAST_HOURS * HOUR).toISOString().replace(".000Z", "Z")}`,
    };
  }
  for (const exclusion of exclusions) {
    const at = `${path}.exclusions.${exclusion.name}`;
    const days = length(exclusion) / DAY;
    if (days <= 0) yield backwards(exclusion, at);
    else if (exclusion.scope === "all" && days > MOST_DAYS) {
      yield {
        path: `${at}.end`,
        severity: "warning",
        observed: Math.ceil(days),
        limit: MOST_DAYS,
        unit: "days",
        message: `GKE may put off everything for at most ${MOST_DAYS} days; got ${Math.ceil(days)}`,
        hint: 'shorten it, or put off less: scope "minorUpgrades" or "minorAndNodeUpgrades"',
      };
    }
  }
}

const length = ({ start, end }: Span): number => Date.parse(end) - Date.parse(start);

const backwards = ({ start, end }: Span, path: string): Report => ({
  path: `${path}.end`,
  observed: end,
  limit: start,
  message: `ends at ${end}, and begins at ${start}`,
});
