import { isSpread, spreadName } from "../ledger";
import type { Finding } from "../model/finding";
import type { FleetDocument } from "../model/fleet";

/** One of the clusters that a cluster which is spread becomes. */
interface Member {
  /** Its own name. */
  readonly name: string;
  /** The name under which all of them were written. */
  readonly authored: string;
  /** How many there are. */
  readonly of: number;
}

/** Finds what a path names among the clusters that were spread, by `<site>.<cluster>`. */
export type Members = ReadonlyMap<string, Member>;

/** The clusters that were spread: what was written, and what it became. */
export function spreadMembers(authored: FleetDocument, document: FleetDocument): Members {
  const members = new Map<string, Member>();
  for (const [index, site] of authored.spec.sites.entries()) {
    if (site.tenure !== "cloud") continue;
    const written = new Set(document.spec.sites[index]?.clusters.map((cluster) => cluster.name));
    for (const cluster of site.clusters) {
      if (!isSpread(cluster)) continue;
      let of = 0;
      while (written.has(spreadName(cluster.name, of + 1))) of++;
      for (let number = 1; of > 1 && number <= of; number++) {
        const name = spreadName(cluster.name, number);
        members.set(`${site.name}.${name}`, { name, authored: cluster.name, of });
      }
    }
  }
  return members;
}

/** `sites.<site>.clusters.<cluster>` and what follows it; a site of a name twice has its place behind it. */
const CLUSTER_PATH = /^(sites\.([^.[]+)(?:\[\d+\])?\.clusters\.)([^.[]+)(.*)$/s;

/** The path as the cluster was written, and which of its clusters it names; undefined where it names none that was spread. */
function authoredPath(path: string, members: Members): { readonly path: string; readonly member: Member } | undefined {
  const [, before = "", site, cluster, after = ""] = CLUSTER_PATH.exec(path) ?? [];
  const member = members.get(`${site}.${cluster}`);
  return member === undefined ? undefined : { path: `${before}${member.authored}${after}`, member };
}

/** Where a finding stands in what was written. */
export const pathAsWritten = (path: string, members: Members): string => authoredPath(path, members)?.path ?? path;

/**
 * One finding for a mistake that each cluster of one that is spread repeats: somebody wrote it once. Findings are the same when they
 * differ in nothing but names and numbers; the first of them speaks for all, and says for which.
 */
export function gatherSpread(findings: readonly Finding[], members: Members): Finding[] {
  if (members.size === 0) return [...findings];
  const groups = new Map<string, { readonly first: Finding; readonly path: string; readonly members: Member[] }>();
  const gathered: Finding[] = [];
  for (const finding of findings) {
    const at = authoredPath(finding.path, members);
    if (at === undefined) {
      gathered.push(finding);
      continue;
    }
    const alike = [finding.rule, finding.severity, at.path, finding.phase, finding.waived, shape(finding, at.member)];
    const key = JSON.stringify(alike);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: finding, path: at.path, members: [at.member] });
    else if (!group.members.includes(at.member)) group.members.push(at.member);
  }
  for (const { first, path, members: found } of groups.values()) {
    gathered.push(found.length === 1 ? first : { ...first, path, message: `${first.message} (${whichOf(found)})` });
  }
  return gathered;
}

/** What is said, without the name of the cluster and without numbers, which follow from its place among the others. */
const shape = ({ message }: Finding, { name, authored }: Member): string =>
  message
    .replaceAll(name, authored)
    .replace(/[\d.,/:]*\d[\d.,/:]*/g, "#")
    .replaceAll(`${authored}-#`, authored);

function whichOf(found: readonly Member[]): string {
  const [{ authored, of } = { authored: "", of: 0 }] = found;
  if (found.length === of) return `in each of the ${of} clusters of ${authored}`;
  const names = found.map((member) => member.name);
  const shown = names.length > 4 ? `${names.slice(0, 3).join(", ")}, ... ${names.at(-1)}` : names.join(", ");
  return `in ${found.length} of the ${of} clusters of ${authored}: ${shown}`;
}
