import { responsibilitiesUnder } from "./commitment";
import { API_VERSION, type FleetDocument } from "./fleet";
import { fileOf, fleetKinds, type Kind, type KindRow, rowOf, siteKinds } from "./kinds";
import type { LeaseTerms } from "./lease";
import { child } from "./path";
import type { SiteSpec } from "./site";
import { toYaml } from "./yaml";

type Fields = Readonly<Record<string, unknown>>;

/** One KRM-shaped object of the spec. */
export interface KrmDocument {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: Kind;
  readonly metadata: { readonly name: string };
  readonly spec: Fields;
}

/** A document and the file it is written to. */
export interface NamedDocument {
  readonly file: string;
  readonly document: KrmDocument;
  /** The JSON Schema of its kind: `hall`, or `aws-cluster` for what stands in a cloud. */
  readonly schema: string;
}

/** The documents of one site: the site itself, and everything that has a kind of its own on a page of its own. */
export function documentsOf(fleet: FleetDocument, site: SiteSpec): NamedDocument[] {
  const { name, ...whole } = writtenOut(fleet, site);
  const own = siteKinds.map(({ field }) => field);
  const spec = Object.fromEntries(Object.entries(whole).filter(([field]) => !own.includes(field)));
  const cloud = site.tenure === "cloud" ? `${site.provider}-` : "";
  return [
    page("Site", name, spec, cloud),
    ...siteKinds.flatMap((row) =>
      partsAt(row, child(whole, row.field)).map(([key, part]) =>
        page(row.kind, key ?? name, { site: name, ...part }, cloud),
      ),
    ),
  ];
}

/** The documents that belong to the fleet as a whole. */
export function fleetDocuments(fleet: FleetDocument): NamedDocument[] {
  return fleetKinds.flatMap((row) =>
    partsAt(row, child(fleet.spec, row.field)).map(([key, part]) => page(row.kind, key ?? fleet.metadata.name, part)),
  );
}

function page(kind: Kind, name: string, spec: Fields, cloud = ""): NamedDocument {
  const row = rowOf(kind);
  const document = { apiVersion: API_VERSION, kind, metadata: { name }, spec } as const;
  return { file: fileOf(row, name), document, schema: `${cloud}${schemaName(kind)}` };
}

/** `power-topology` for `PowerTopology`. */
export const schemaName = (kind: string): string => kind.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();

/** What stands in the field of a kind: each thing by its key, which its document has as name instead. */
function partsAt(row: KindRow, value: unknown): [key: string | undefined, part: Fields][] {
  const { key } = row;
  if (typeof value !== "object" || value === null) return [];
  if (key === undefined) return [[undefined, { ...value }]];
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((item) => {
    if (typeof item !== "object" || item === null) return [];
    const { [key]: name, ...part }: Record<string, unknown> = { ...item };
    return [[String(name), part]];
  });
}

/** A site with its defaults written out, and its lease at one place whatever its tenure. */
function writtenOut(fleet: FleetDocument, site: SiteSpec): { readonly name: string } & Fields {
  if (site.tenure === "cloud" || site.tenure === "owned") return site;
  const held = { ...site, responsibilities: responsibilitiesUnder(site.scope, site.responsibilities) };
  if (held.tenure === "leased") return { ...held, lease: withTenant(fleet, held.lease) };
  if (held.title.kind === "owned") return held;
  return { ...held, title: { kind: "leased" }, lease: withTenant(fleet, held.title.lease) };
}

/** A lease names its tenant: the organisation, unless somebody else signs. */
function withTenant(fleet: FleetDocument, lease: LeaseTerms): Fields {
  const tenant = lease.tenant ?? fleet.spec.organisation;
  const { landlord, ...terms } = lease;
  // In the schema's order, so that reading the document back and writing it again changes no byte.
  return { landlord, ...(tenant === undefined ? {} : { tenant }), ...terms };
}

/** Where the JSON Schemas lie in the output, and in the package below `docs/`. */
export const SCHEMA_FOLDER = "schemas/v1alpha1";

/**
 * The text of a document's file: YAML, under a line that tells editors which schema it follows.
 *
 * @param folder the file's folder from the output's, such as `sites/lab`: the schema is found by a relative path, offline
 */
export function documentText({ document, schema }: NamedDocument, folder: string): string {
  const up = folder.split("/").map(() => "..");
  return `# yaml-language-server: $schema=${[...up, SCHEMA_FOLDER, schema].join("/")}.json\n${toYaml(document)}`;
}
