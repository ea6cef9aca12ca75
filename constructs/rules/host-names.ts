import { expandHostlist } from "../model";
import { plannedSites } from "./planning";
import type { Report, Rule } from "./rule";

/** The longest label of a name in the DNS. */
const LONGEST = 63;

export const hostNames: Rule = {
  id: "ALLOC-5",
  title: "every host and switch has a name of its own that the DNS takes",
  severity: "error",
  formula: "characters of a name <= 63; no two machines of the fleet have one name",
  source: "RFC 1035, 2.3.4: a label has at most 63 octets; DESIGN of allocations: a name is never given out twice",
  *check(context) {
    const owners = new Map<string, string>();
    for (const { site, path, plan } of plannedSites(context)) {
      const at = `${path}.addressPlan.hostname`;
      const { placements, switches } = plan.allocation;
      const lines = [
        ...placements.map((line) => ({
          names: line.hosts,
          of: `the pool ${line.pool} of the cluster ${line.cluster}`,
        })),
        ...switches.map((line) => ({ names: line.names, of: `the role ${line.role} of the fabric ${line.fabric}` })),
      ];
      const reported = new Set<string>();
      for (const { names, of } of lines) {
        const report = firstWrong(names, `${of} of the site ${site.name}`, owners);
        if (report === undefined || reported.has(report.message)) continue;
        reported.add(report.message);
        yield { path: at, ...report };
      }
    }
  },
};

function firstWrong(names: string, of: string, owners: Map<string, string>): Omit<Report, "path"> | undefined {
  let wrong: Omit<Report, "path"> | undefined;
  for (const name of expandHostlist(names)) {
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, of);
    else if (wrong === undefined)
      wrong = {
        observed: name,
        message: `${name} is the name of a machine of ${owner}, and of one of ${of}`,
        hint: "name more of what tells them apart in the pattern: {site}, {cluster}, {pool}",
      };
    if (name.length > LONGEST && wrong === undefined)
      wrong = {
        observed: name.length,
        limit: LONGEST,
        unit: "characters",
        message: `${name} of ${of} is longer than a label of the DNS`,
        hint: 'give hosts a shorter pattern, such as "{site}-{pool}-n{ordinal}"',
      };
  }
  return wrong;
}
