import type { Construct } from "constructs";
import type { Finding, Origin, SiteCapacity } from "../model";
import type { ReadDocument } from "./document-files";
import { PhysicalSite } from "./physical-site";

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
    const { title, ...spec } = this.site.spec;
    const leasedTitle =
      lease !== undefined && spec["tenure"] === "partner" && typeof title === "object" && title !== null;
    return {
      ...spec,
      name: this.name,
      ...(title === undefined ? {} : { title: leasedTitle ? { ...title, lease } : title }),
      ...(lease === undefined || leasedTitle ? {} : { lease }),
      ...(of("Hall").length === 0 ? {} : { halls: of("Hall").map(named) }),
      clusters: [...of("Cluster").map(named), ...this.recordClusters()],
      retired: this.isRetired || spec["retired"] === true,
    };
  }

  /** Where a path of the fleet that lies in this site was written. */
  locate(path: string): Origin | undefined {
    const prefix = `sites.${this.name}`;
    if (path !== prefix && !path.startsWith(`${prefix}.`)) return undefined;
    const rest = path.slice(prefix.length + 1);
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
  return { sites, problems };
}

function homeless(part: ReadDocument, known: readonly string[]): Finding {
  const origin = part.locate("site");
  const named = part.spec["site"];
  const message = `the ${part.kind} ${part.name} belongs to the site ${JSON.stringify(named)}, of which no document was read; there are ${known.join(", ") || "none"}`;
  return { rule: "YAML", severity: "error", path: origin.file, message, origin };
}
