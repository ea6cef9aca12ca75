import { clustersNeeded, isSpread, MOST_CLUSTERS, spreadName } from "../ledger";
import type { Finding } from "../model/finding";
import type { FleetSpec } from "../model/fleet";

/** A cluster in the path of a finding: what is before its name, the site, the name, what follows. */
const CLUSTER = /^(sites\.([^.[]+)(?:\[\d+\])?\.clusters\.)([^.[]+)(.*)$/;

/**
 * The findings with each mistake in a cluster that is spread told once, of the first cluster in which it stands: its author wrote it
 * once. What differs by more than numbers and the cluster's own name is another mistake.
 */
export function onceForSpread(findings: readonly Finding[], authored: FleetSpec): Finding[] {
  const written = writtenNames(authored);
  const groups = new Map<string, { readonly first: Finding; readonly cluster: string; count: number }>();
  for (const [index, finding] of findings.entries()) {
    const [, before = "", site = "", name = "", rest = ""] = CLUSTER.exec(finding.path) ?? [];
    const cluster = written.get(`${site} ${name}`) ?? "";
    const said = finding.message.replaceAll(name, cluster).replace(/\d[\d.,/]*/g, "#");
    const { rule, severity, waived = "" } = finding;
    const key = cluster === "" ? String(index) : [rule, severity, waived, before, cluster, rest, said].join("\0");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: finding, cluster, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()].map(({ first, cluster, count }) =>
    count === 1
      ? first
      : { ...first, message: `${first.message} (so in ${count} of the clusters that ${cluster} becomes)` },
  );
}

/** By site and name, as which cluster those of a spread one were written. */
function writtenNames({ sites }: FleetSpec): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const site of sites) {
    if (site.tenure !== "cloud") continue;
    for (const cluster of site.clusters) {
      if (!isSpread(cluster)) continue;
      const last = Math.min(clustersNeeded(cluster), MOST_CLUSTERS);
      for (let number = 1; number <= last; number++) {
        names.set(`${site.name} ${spreadName(cluster.name, number)}`, cluster.name);
      }
    }
  }
  return names;
}
