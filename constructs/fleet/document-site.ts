import type { Construct } from "constructs";
import { child, didYouMean, type Finding, keyOf, type Origin, type SiteCapacity, show } from "../model";
import type { ReadDocument } from "./document-files";
import { PhysicalSite } from "./physical-site";
import { Site } from "./site";

/** A site that is not a cloud, as documents describe it. */
export class DocumentSite extends PhysicalSite<SiteCapacity> {
  constructor(
    scope: Construct,
    private readonly site: ReadDocument,
    private readonly parts: readonly ReadDocument[],
  ) {
    super(scope, site.name);
  }

  override record(): object {
    const of = (kind: ReadDocument["kind"]) => this.parts.filter((part) => part.kind === kind);
    const named = (part: ReadDocument) => ({ name: part.name, ...withoutSite(part.spec) });
    const [lease] = of("Lease").map((part) => withoutSite(part.spec));
    const { title, halls, clusters, ...spec } = this.site.spec;
    const leasedTitle =
      lease !== undefined && spec["tenure"] === "partner" && typeof title === "object" && title !== null;
    return {
      ...spec,
      name: this.name,
      ...(title === undefined ? {} : { title: leasedTitle ? { ...title, lease } : title }),
      ...(lease === undefined || leasedTitle ? {} : { lease }),
      halls: joined(halls, of("Hall").map(named)),
      clusters: joined(clusters, [...of("Cluster").map(named), ...this.recordClusters()]),
      retired: this.isRetired ? true : spec["retired"],
    };
  }

  /**
   * Where a path of the fleet that lies in this site was written; `index` is the site's place in the fleet. Where another site
   * has the same name, a path without a place may be either's, and is nobody's; what the program added was written in no file.
   */
  locate(path: string, index: number): Origin | undefined {
    const named = `sites.${this.name}`;
    const prefix = [`${named}[${index}]`, ...(this.hasNamesake() ? [] : [named])].find(
      (each) => path === each || path.startsWith(`${each}.`),
    );
    if (prefix === undefined) return undefined;
    const rest = path.slice(prefix.length + 1);
    if (this.isProgramsOwn(rest)) return undefined;
    const inPart = (kind: ReadDocument["kind"], start: string) => {
      const part = this.parts.find(
        (each) =>
          each.kind === kind &&
          (rest === start.replace("*", each.name) || rest.startsWith(`${start.replace("*", each.name)}.`)),
      );
      return part?.locate(rest.slice(start.replace("*", part.name).length + 1));
    };
    return (
      inPart("Cluster", "clusters.*") ??
      inPart("Hall", "halls.*") ??
      inPart("Lease", "lease") ??
      inPart("Lease", "title.lease") ??
      this.site.locate(rest)
    );
  }

  private hasNamesake(): boolean {
    const all = this.node.root.node.findAll();
    return all.some((each) => each instanceof Site && each !== this && each.name === this.name);
  }

  /** Whether a path in this site lies in a cluster that the program added and no document describes. */
  private isProgramsOwn(path: string): boolean {
    const [, cluster] = /^clusters\.([^.[]+)/.exec(path) ?? [];
    if (cluster === undefined) return false;
    const inSite = this.site.spec["clusters"];
    const written = [
      ...this.parts.filter((part) => part.kind === "Cluster").map((part) => part.name),
      ...(Array.isArray(inSite) ? inSite.map(keyOf) : []),
    ];
    return !written.includes(cluster) && this.recordClusters().some((each) => keyOf(each) === cluster);
  }
}

/** Items written in the site itself, then those on pages of their own. What is no list goes on as it is, to be refused. */
function joined(inSite: unknown, own: readonly object[]): unknown {
  if (inSite === undefined) return own;
  return Array.isArray(inSite) ? [...inSite, ...own] : inSite;
}

function withoutSite(spec: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(spec).filter(([key]) => key !== "site"));
}

/** Documents grouped by site, and what belongs to no site that was read. */
export function groupBySite(documents: readonly ReadDocument[]): {
  sites: { site: ReadDocument; parts: ReadDocument[] }[];
  problems: Finding[];
} {
  const sites = documents.filter((each) => each.kind === "Site").map((site) => ({ site, parts: [] as ReadDocument[] }));
  const problems: Finding[] = [];
  for (const part of documents) {
    if (part.kind !== "Hall" && part.kind !== "Cluster" && part.kind !== "Lease") continue;
    const owner = sites.find(({ site }) => site.name === part.spec["site"]);
    if (owner !== undefined) owner.parts.push(part);
    else
      problems.push(
        homeless(
          part,
          sites.map(({ site }) => site.name),
        ),
      );
  }
  problems.push(...sites.flatMap(({ site, parts }) => [...cloudSite(site), ...secondLease(site, parts)]));
  return { sites: sites.filter(({ site }) => site.spec["tenure"] !== "cloud"), problems };
}

function cloudSite(site: ReadDocument): Finding[] {
  if (site.spec["tenure"] !== "cloud") return [];
  const message = `the site ${site.name} is a cloud site, which documents cannot describe`;
  return [problemAt(site.locate("tenure"), message, "declare it in the program: AwsSite, GoogleSite or AzureSite")];
}

/** A site has one lease: in its own document, in its title, or on a page of its own. */
function secondLease(site: ReadDocument, parts: readonly ReadDocument[]): Finding[] {
  const inSite = site.spec["lease"] !== undefined || child(site.spec["title"], "lease") !== undefined;
  const extra = parts.filter((part) => part.kind === "Lease").slice(inSite ? 0 : 1);
  return extra.map((part) => problemAt(part.locate(""), `the site ${site.name} has a lease already; a site has one`));
}

function homeless(part: ReadDocument, known: readonly string[]): Finding {
  const named = part.spec["site"];
  const message =
    named === undefined
      ? `the ${part.kind} ${part.name} does not name its site`
      : `the ${part.kind} ${part.name} belongs to the site ${show(named)}, of which no document was read`;
  const hint = typeof named === "string" ? didYouMean(named, known) : undefined;
  const sites = known.length === 0 ? "no document of a site was read" : `sites that were read: ${known.join(", ")}`;
  return problemAt(part.locate("site"), `${message}; ${sites}`, hint);
}

function problemAt(origin: Origin, message: string, hint?: string): Finding {
  const found = { rule: "YAML", severity: "error", path: origin.file, message, origin } as const;
  return hint === undefined ? found : { ...found, hint };
}
