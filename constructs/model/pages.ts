import { z } from "zod";
import { AwsSiteSpec } from "./aws";
import { AzureSiteSpec } from "./azure";
import { schemaName } from "./documents";
import { FleetSpec } from "./fleet";
import { GoogleSiteSpec } from "./google";
import { fleetKinds, type Kind, type KindRow, siteKinds } from "./kinds";
import { Lease, LeaseTerms } from "./lease";
import { Name } from "./primitives";
import { LeasedSiteSpec, OwnedSiteSpec, PartnerSiteSpec, Title } from "./site";

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** What a document of one kind may say in its `spec`. */
export interface Page {
  /** The name of its JSON Schema: `hall`, or `aws-cluster` for what stands in a cloud. */
  readonly schema: string;
  readonly kind: Kind;
  readonly spec: z.ZodObject | z.ZodDiscriminatedUnion;
  /** Whether it can be written by hand; what stands in a cloud is declared in the program. */
  readonly byHand: boolean;
}

/** Every page that is written, those one can write by hand first. */
export function allPages(): Page[] {
  const ofSites = siteKinds.map((row) =>
    handPage(row, { site: Name, ...shapeWithout(thingIn(siteShape(row), row), row) }),
  );
  const ofFleet = fleetKinds.map((row) => handPage(row, shapeWithout(thingIn(FleetSpec.shape, row), row)));
  const clouds = Object.entries({ aws: AwsSiteSpec, google: GoogleSiteSpec, azure: AzureSiteSpec });
  return [
    { schema: "site", kind: "Site", spec: siteSpec(), byHand: true },
    ...ofSites,
    ...ofFleet,
    ...clouds.flatMap(([cloud, site]) => cloudPages(cloud, site.shape)),
  ];
}

const handPage = ({ kind }: { readonly kind: Kind }, shape: Shape): Page => ({
  schema: schemaName(kind),
  kind,
  spec: z.strictObject(shape),
  byHand: true,
});

/** A site and its clusters have a page each; whatever else a cloud has stands in the site's. */
function cloudPages(cloud: string, shape: Shape): Page[] {
  const { name: _, clusters = z.array(z.unknown()), ...site } = shape;
  const cluster = insideOf(clusters);
  if (!(cluster instanceof z.ZodObject)) throw new Error(`the clusters of ${cloud} are no objects`);
  const { name: __, ...fields } = cluster.shape;
  return [
    { schema: `${cloud}-site`, kind: "Site", spec: z.strictObject(site), byHand: false },
    { schema: `${cloud}-cluster`, kind: "Cluster", spec: z.strictObject({ site: Name, ...fields }), byHand: false },
  ];
}

/** A site by tenure. Its lease may stand on a page of its own. */
function siteSpec(): z.ZodDiscriminatedUnion {
  const { name: _, ...owned } = OwnedSiteSpec.shape;
  const { name: __, ...leased } = { ...LeasedSiteSpec.shape, lease: LeasedSiteSpec.shape.lease.optional() };
  const [own, lease] = Title.options;
  const title = z.discriminatedUnion("kind", [own, lease.extend({ lease: LeaseTerms.optional() })]);
  const { name: ___, ...partner } = { ...PartnerSiteSpec.shape, title };
  return z.discriminatedUnion("tenure", [z.strictObject(owned), z.strictObject(leased), z.strictObject(partner)]);
}

/** The phases of what is leased stand in the lease of a leased site, and on the site itself where a partner builds it. */
const siteShape = (row: KindRow): Shape =>
  row.kind === "Lease"
    ? { ...LeasedSiteSpec.shape, lease: Lease.extend({ phases: Lease.shape.phases.optional() }) }
    : LeasedSiteSpec.shape;

/** The schema of the thing that a kind describes, from the field where it stands. */
function thingIn(shape: Shape, row: KindRow): z.ZodObject {
  const field = shape[row.field];
  const thing = field === undefined ? undefined : insideOf(field);
  if (thing instanceof z.ZodObject) return thing;
  throw new Error(`a ${row.kind} stands in no field of objects named ${row.field}`);
}

/** What is in a list or under a default. */
function insideOf(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return insideOf(schema.unwrap());
  return schema instanceof z.ZodArray ? insideOf(schema.element) : schema;
}

const shapeWithout = (thing: z.ZodObject, row: KindRow): Shape =>
  Object.fromEntries(Object.entries(thing.shape).filter(([field]) => field !== row.key));
