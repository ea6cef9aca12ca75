import { child, didYouMean, type Finding, type KindRow, type Origin, rowOf, show, siteKinds } from "../model";
import type { ReadDocument } from "./document-files";

/** The documents of one site: its own, and those of its parts. */
export interface SiteDocuments {
  readonly site: ReadDocument;
  readonly parts: readonly ReadDocument[];
}

/** Documents grouped by site, and what belongs to no site that was read. */
export function groupBySite(documents: readonly ReadDocument[]): {
  sites: readonly SiteDocuments[];
  problems: readonly Finding[];
} {
  const sites = documents.filter((each) => each.kind === "Site").map((site) => ({ site, parts: [] as ReadDocument[] }));
  const names = sites.map(({ site }) => site.name);
  const problems: Finding[] = [];
  for (const part of documents) {
    if (rowOf(part.kind).of !== "site") continue;
    const owner = sites.find(({ site }) => site.name === part.spec["site"]);
    if (owner === undefined) problems.push(homeless(part, names));
    else owner.parts.push(part);
  }
  const second = (each: SiteDocuments) =>
    siteKinds.flatMap((row) => (row.key === undefined ? secondOf(row, each) : []));
  problems.push(...sites.flatMap((each) => [...cloudSite(each.site), ...second(each)]));
  return { sites: sites.filter(({ site }) => site.spec["tenure"] !== "cloud"), problems };
}

function cloudSite(site: ReadDocument): Finding[] {
  if (site.spec["tenure"] !== "cloud") return [];
  const message = `the site ${site.name} is a cloud site, which documents cannot describe`;
  return [problemAt(site.locate("tenure"), message, "declare it in the program: AwsSite, GoogleSite or AzureSite")];
}

/** What a site has one of stands in its own document or on a page of its own: a lease also in the title of the site. */
function secondOf({ kind, field }: KindRow, { site, parts }: SiteDocuments): Finding[] {
  const inTitle = kind === "Lease" ? child(site.spec["title"], "lease") : undefined;
  const inSite = site.spec[field] !== undefined || inTitle !== undefined;
  const extra = parts.filter((part) => part.kind === kind).slice(inSite ? 0 : 1);
  const what = kind === "Lease" ? "lease" : kind;
  return extra.map((part) => problemAt(part.locate(""), `the site ${site.name} has a ${what} already; a site has one`));
}

/** The tenures of sites that documents describe, and the construct of each. */
export type Tenure = "owned" | "leased" | "partner";
const constructs: Readonly<Record<Tenure, string>> = {
  owned: "OwnedSite",
  leased: "LeasedSite",
  partner: "PartnerSite",
};

/** What stands against taking documents as one site of a tenure. */
export function notTheOne(tenure: Tenure, sites: readonly SiteDocuments[]): Finding[] {
  const taken = `${constructs[tenure]}.fromDocuments`;
  const [first, ...others] = sites.map(({ site }) => site);
  if (first === undefined) {
    const message = `${taken} needs the document of a site; none was read`;
    return [{ rule: "YAML", severity: "error", path: "documents", message }];
  }
  const more = others.map((site) => {
    const message = `${taken} takes one site; there is ${site.name} beside ${first.name}`;
    return problemAt(site.locate(""), message, "take all of them with fleet.addDocuments");
  });
  const given = first.spec["tenure"];
  const known = Object.entries(constructs).find(([each]) => each === given)?.[1];
  // Another word than a tenure is refused with the rest of the site's form.
  if (known === undefined || given === tenure) return more;
  const message = `${taken} takes a site that is ${tenure}; ${first.name} is ${String(given)}`;
  return [problemAt(first.locate("tenure"), message, `read it with ${known}.fromDocuments`), ...more];
}

/** What stands for the documents of a site when there are none. */
export const NOTHING_READ: SiteDocuments = {
  site: { kind: "Site", name: "unread", spec: {}, locate: () => ({ file: "documents", line: 1, column: 1 }) },
  parts: [],
};

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

/** A finding about a place of a file. */
export function problemAt(origin: Origin, message: string, hint?: string): Finding {
  const found = { rule: "YAML", severity: "error", path: origin.file, message, origin } as const;
  return hint === undefined ? found : { ...found, hint };
}
