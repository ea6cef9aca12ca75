import { responsibilitiesUnder } from "./commitment";
import { API_VERSION, type FleetDocument } from "./fleet";
import type { LeaseTerms } from "./lease";
import type { SiteSpec } from "./site";

/** One KRM-shaped object of the spec. */
export interface KrmDocument {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: "Site" | "Hall" | "Cluster" | "Lease" | "Guarantee" | "Demand" | "Interconnect";
  readonly metadata: { readonly name: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** A document and the file it is written to. */
export interface NamedDocument {
  readonly file: string;
  readonly document: KrmDocument;
}

const document = (kind: KrmDocument["kind"], name: string, spec: Readonly<Record<string, unknown>>): KrmDocument => ({
  apiVersion: API_VERSION,
  kind,
  metadata: { name },
  spec,
});

/** The documents of one site: the site itself, and each hall, cluster and lease on a page of its own. */
export function documentsOf(fleet: FleetDocument, site: SiteSpec): NamedDocument[] {
  const { name, clusters, ...rest } = site;
  const { spec, parts } = partsOf(fleet, rest);
  return [
    { file: "site.yaml", document: document("Site", name, spec) },
    ...parts.map(({ file, kind, own, spec: part }) => ({
      file,
      document: document(kind, own ?? name, { site: name, ...part }),
    })),
    ...clusters.map(({ name: cluster, ...clusterSpec }) => ({
      file: `cluster-${cluster}.yaml`,
      document: document("Cluster", cluster, { site: name, ...clusterSpec }),
    })),
  ];
}

interface Part {
  readonly file: string;
  readonly kind: KrmDocument["kind"];
  readonly own?: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

type WithoutNames<S> = S extends unknown ? Omit<S, "name" | "clusters"> : never;

function partsOf(fleet: FleetDocument, site: WithoutNames<SiteSpec>): { spec: Record<string, unknown>; parts: Part[] } {
  if (site.tenure === "cloud") return { spec: site, parts: [] };
  const halls = site.halls.map(
    ({ name, ...hall }): Part => ({ file: `hall-${name}.yaml`, kind: "Hall", own: name, spec: hall }),
  );
  if (site.tenure === "owned") {
    const { halls: _, ...spec } = site;
    return { spec, parts: halls };
  }
  const { halls: _, ...held } = { ...site, responsibilities: responsibilitiesUnder(site.scope, site.responsibilities) };
  if (held.tenure === "leased") {
    const { lease, ...spec } = held;
    return { spec, parts: [...halls, leasePart(fleet, lease)] };
  }
  if (held.title.kind === "owned") return { spec: held, parts: halls };
  const { lease } = held.title;
  return { spec: { ...held, title: { kind: "leased" } }, parts: [...halls, leasePart(fleet, lease)] };
}

/** A lease names its tenant: the organisation, unless somebody else signs. */
function leasePart(fleet: FleetDocument, lease: LeaseTerms): Part {
  const tenant = lease.tenant ?? fleet.spec.organisation;
  const { landlord, ...terms } = lease;
  // In the schema's order, so that reading the document back and writing it again changes no byte.
  return {
    file: "lease.yaml",
    kind: "Lease",
    spec: { landlord, ...(tenant === undefined ? {} : { tenant }), ...terms },
  };
}

/** The documents that belong to the fleet as a whole. */
export function fleetDocuments(fleet: FleetDocument): NamedDocument[] {
  return [
    ...fleet.spec.guarantees.map(({ name, ...spec }) => ({
      file: `guarantee-${name}.yaml`,
      document: document("Guarantee", name, spec),
    })),
    ...fleet.spec.demands.map(({ name, ...spec }) => ({
      file: `demand-${name}.yaml`,
      document: document("Demand", name, spec),
    })),
    ...fleet.spec.interconnects.map(({ name, ...spec }) => ({
      file: `interconnect-${name}.yaml`,
      document: document("Interconnect", name, spec),
    })),
  ];
}
