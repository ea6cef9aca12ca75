import type { Construct } from "constructs";
import { isWithin, type KindRow, keyOf, type Origin, siteKinds } from "../model";
import type { ReadDocument } from "./document-files";
import type { SiteDocuments } from "./document-groups";
import { PhysicalSite } from "./physical-site";
import { Site } from "./site";

/** A site that is not a cloud, as documents describe it. */
export class DocumentSite<Capacity> extends PhysicalSite<Capacity> {
  constructor(
    scope: Construct,
    private readonly documents: SiteDocuments,
  ) {
    super(scope, documents.site.name);
  }

  override record(): object {
    const { site } = this.documents;
    const own = siteKinds.map((row): [string, unknown] => [row.field, this.recordOfKind(row)]);
    const fields = { ...site.spec, ...Object.fromEntries(own.filter(([, value]) => value !== undefined)) };
    return {
      ...(this.hasLeasedTitle() ? withLeaseInTitle(fields) : fields),
      name: this.name,
      retired: this.isRetired ? true : site.spec["retired"],
    };
  }

  /** What documents say of one kind: what stands in the site itself, then what is on pages of its own. */
  private recordOfKind(row: KindRow): unknown {
    const inSite = this.documents.site.spec[row.field];
    const pages = this.pagesOf(row);
    if (row.key === undefined) return inSite ?? pages.map(({ spec }) => withoutSite(spec))[0];
    const { key } = row;
    const own = pages.map(({ name, spec }) => ({ [key]: name, ...withoutSite(spec) }));
    const added = row.kind === "Cluster" ? this.recordClusters() : [];
    return joined(inSite, [...own, ...added]);
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
    const inTitle = rest.startsWith("title.lease") ? rest.slice("title.".length) : rest;
    for (const row of siteKinds) {
      const found = this.locateInPage(row, row.kind === "Lease" ? inTitle : rest);
      if (found !== undefined) return found === "program" ? undefined : found;
    }
    return this.documents.site.locate(rest);
  }

  /** Where a path is written that lies in a thing of one kind; "program" when the program added that thing. */
  private locateInPage(row: KindRow, path: string): Origin | "program" | undefined {
    const pages = this.pagesOf(row);
    if (row.key === undefined) {
      const isIn = path === row.field || path.startsWith(`${row.field}.`);
      return isIn ? pages[0]?.locate(path.slice(row.field.length + 1)) : undefined;
    }
    const inSite = this.documents.site.spec[row.field];
    const written: readonly unknown[] = Array.isArray(inSite) ? inSite : [];
    // In the order in which `recordOfKind` lists them.
    const names = [...written.map(keyOf), ...pages.map(({ name }) => name)];
    const start = names.flatMap((name, index) => startOf(path, `${row.field}.${name}`, index))[0];
    if (start !== undefined) return pages[start.index - written.length]?.locate(path.slice(start.length + 1));
    const added = row.kind === "Cluster" ? this.recordClusters().map(keyOf) : [];
    return added.some((name) => isWithin(path, `${row.field}.${name}`)) ? "program" : undefined;
  }

  private readonly pagesOf = (row: KindRow): readonly ReadDocument[] =>
    this.documents.parts.filter(({ kind }) => kind === row.kind);

  /** Whether the lease of the site belongs into its title. */
  private hasLeasedTitle(): boolean {
    const { tenure, title } = this.documents.site.spec;
    return tenure === "partner" && typeof title === "object" && title !== null;
  }

  private hasNamesake(): boolean {
    const all = this.node.root.node.findAll();
    return all.some((each) => each instanceof Site && each !== this && each.name === this.name);
  }
}

/** Whether a path begins with a thing of a list, and how long that beginning is: `halls.a`, or `halls.a[1]` where two are named so. */
function startOf(path: string, named: string, index: number): { index: number; length: number }[] {
  if (path === named || path.startsWith(`${named}.`)) return [{ index, length: named.length }];
  const placed = `${named}[${index}]`;
  return path === placed || path.startsWith(`${placed}.`) ? [{ index, length: placed.length }] : [];
}

function withLeaseInTitle({ lease, ...fields }: Readonly<Record<string, unknown>>): object {
  const { title } = fields;
  return lease === undefined || typeof title !== "object" ? fields : { ...fields, title: { ...title, lease } };
}

/** Items written in the site itself, then those on pages of their own. What is no list goes on as it is, to be refused. */
function joined(inSite: unknown, own: readonly object[]): unknown {
  if (inSite === undefined) return own.length === 0 ? undefined : own;
  return Array.isArray(inSite) ? [...inSite, ...own] : inSite;
}

function withoutSite(spec: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(spec).filter(([key]) => key !== "site"));
}
