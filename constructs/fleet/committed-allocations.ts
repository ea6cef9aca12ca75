import { child, type Finding, Name, type Origin } from "../model";
import { type CommittedAllocation, readAllocation } from "./allocation-list";

/** A record of a fleet with what planning has committed in it. */
export interface WithCommitted {
  readonly record: unknown;
  /** What is wrong with the files themselves. */
  readonly problems: readonly Finding[];
  /** Where a path in an allocation is written. */
  locate(path: string): Origin | undefined;
}

/** Gives each site that is not a cloud the allocation that `locks/` holds for it: what was decided is a part of what is said. */
export function withCommitted(fleet: string, record: unknown): WithCommitted {
  const spec = child(record, "spec");
  const sites = child(spec, "sites");
  if (typeof record !== "object" || typeof spec !== "object" || !Array.isArray(sites)) {
    return { record, problems: [], locate: () => undefined };
  }
  const committed = sites.map((site: unknown) => committedFor(fleet, site));
  return {
    record: { ...record, spec: { ...spec, sites: sites.map((site, index) => withAllocation(site, committed[index])) } },
    problems: committed.flatMap((each) => each?.problems ?? []),
    locate: (path) => {
      for (const [index, each] of committed.entries()) {
        if (each === undefined) continue;
        for (const prefix of [`sites.${each.site}.allocation`, `sites.${each.site}[${index}].allocation`]) {
          if (path === prefix) return each.locate("");
          if (path.startsWith(`${prefix}.`)) return each.locate(path.slice(prefix.length + 1));
        }
      }
      return undefined;
    },
  };
}

/** A name that is none could lead out of the folder; the rule about its form speaks of it. */
function committedFor(fleet: string, site: unknown): CommittedAllocation | undefined {
  const name = child(site, "name");
  if (child(site, "tenure") === "cloud" || ![name, fleet].every((each) => Name.safeParse(each).success))
    return undefined;
  return readAllocation(fleet, String(name));
}

function withAllocation(site: unknown, committed: CommittedAllocation | undefined): unknown {
  if (committed?.allocation === undefined || typeof site !== "object") return site;
  return { ...site, allocation: committed.allocation };
}
