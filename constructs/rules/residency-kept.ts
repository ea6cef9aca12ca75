import {
  type Cluster,
  didYouMean,
  type Location,
  place,
  type Residency,
  type SiteSpec,
  subdivisionsOf,
} from "../model";
import { countries } from "../model/iso-3166";
import type { Report, Rule, RuleContext } from "./rule";
import { clusters, hinted, sites } from "./walk";

export const residencyKept: Rule = {
  id: "RES-1",
  title: "each class of work runs where it may, and no site is put to a use that it bars",
  severity: "error",
  formula: "for each class of work at a site: jurisdiction of the site in its allowed ones",
  source: "the policy's residency, and that of the site's security profile; each row names its law or clause",
  *check(context) {
    for (const [path, rows] of residencies(context)) {
      for (const row of rows) yield* codes(row, `${path}.${row.name}.allowed`);
    }
    for (const { site, cluster, path } of clusters(context)) {
      const own = "securityProfile" in site ? site.securityProfile : undefined;
      for (const row of [...context.fleet.policy.residency, ...(own?.residency ?? [])]) {
        yield* runs(context, row, site, cluster, path);
      }
      yield* barred(own?.barredPurposes ?? [], cluster, path);
    }
  },
};

/** Every list of residencies with its path. */
function* residencies(context: RuleContext): Generator<[string, readonly Residency[]]> {
  yield ["policy.residency", context.fleet.policy.residency];
  for (const { site, path } of sites(context)) {
    if ("securityProfile" in site && site.securityProfile !== undefined)
      yield [`${path}.securityProfile.residency`, site.securityProfile.residency];
  }
}

/** Codes of places that do not exist allow nothing. */
function* codes({ allowed }: Residency, path: string): Generator<Report> {
  for (const [index, code] of allowed.entries()) {
    const [country = ""] = code.split("-");
    const known = code === country ? Object.keys(countries) : subdivisionsOf(country);
    if (known.includes(code)) continue;
    yield {
      path: `${path}[${index}]`,
      observed: code,
      message: `${JSON.stringify(code)} is the code of no ${code === country ? "country" : "subdivision"}`,
      ...hinted(code === country ? undefined : didYouMean(code, known)),
    };
  }
}

function* runs(
  context: RuleContext,
  row: Residency,
  site: SiteSpec,
  cluster: Cluster,
  path: string,
): Generator<Report> {
  const named = row.clusters.includes(cluster.name) || row.purposes.includes(cluster.purpose);
  const perhaps = cluster.purpose === "mixed" && row.purposes.length > 0;
  if ((!named && !perhaps) || context.isPartial(`sites.${site.name}.location`)) return;
  const verdict = allows(row.allowed, site.location);
  if (verdict === "yes") return;
  const where = place(site.location);
  const may = row.allowed.join(", ");
  yield {
    path: row.purposes.includes(cluster.purpose) || perhaps ? `${path}.purpose` : path,
    ...(named ? {} : { severity: "warning" as const }),
    observed: site.location.subdivision ?? site.location.country,
    limit: may,
    message:
      verdict === "no"
        ? `${named ? `runs work of the class ${row.name}` : `may run work of the class ${row.name}, as its purpose is mixed,`} in ${where}; it may run in ${may} (${row.source})`
        : `work of the class ${row.name} may run in ${may}, and the site does not say in which part of ${site.location.country} it stands (${row.source})`,
    hint:
      verdict === "no"
        ? "move the work to a site where it may run, or correct the purpose of the cluster"
        : "give location.subdivision",
  };
}

/** Whether work allowed in some places may run in one; not said where only a part of its country is allowed and it does not say its part. */
export function allows(allowed: readonly string[], { country, subdivision }: Location): "yes" | "no" | "notSaid" {
  if (allowed.includes(country) || (subdivision !== undefined && allowed.includes(subdivision))) return "yes";
  return subdivision === undefined && allowed.some((code) => code.startsWith(`${country}-`)) ? "notSaid" : "no";
}

function* barred(purposes: readonly string[], cluster: Cluster, path: string): Generator<Report> {
  const mixed = cluster.purpose === "mixed";
  if (!purposes.includes(cluster.purpose) && !(mixed && purposes.length > 0)) return;
  yield {
    path: `${path}.purpose`,
    ...(mixed && !purposes.includes("mixed") ? { severity: "warning" as const } : {}),
    observed: cluster.purpose,
    message: `the purpose of the cluster is ${cluster.purpose}; the site bars ${purposes.join(", ")}`,
    hint: "correct the purpose, or barredPurposes of the security profile",
  };
}
