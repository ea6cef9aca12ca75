/**
 * A kind of document: what it describes and where that stands in the fleet document. A new kind is one row here and one schema in
 * model/pages.ts; writing, reading, JSON Schema and docs/documents.md follow.
 */
export interface KindRow {
  readonly kind: string;
  /** What it belongs to: the fleet as a whole, or one site, which each document of it names. */
  readonly of: "fleet" | "site";
  /** Where it stands in the fleet's spec, or in the site's. */
  readonly field: string;
  /** Whether there is a list of them, keyed by this field, or one at most. */
  readonly key?: "name" | "id";
  /** What its files are called: `hall` for `hall-a.yaml`; without a list, `lease` for `lease.yaml`. */
  readonly file: string;
  /** What it is, in one line. */
  readonly about: string;
}

/** Every kind of document, in the order in which a site's documents are written. */
export const kindRows = [
  {
    kind: "Site",
    of: "fleet",
    field: "sites",
    key: "name",
    file: "site",
    about: "a place, how one holds it, its power, its phases",
  },
  {
    kind: "UtilityService",
    of: "site",
    field: "utilities",
    key: "name",
    file: "utility-service",
    about: "a connection to the grid: how much, from when, under which conditions",
  },
  {
    kind: "PowerTopology",
    of: "site",
    field: "powerTopology",
    file: "power-topology",
    about: "the power tree from the grid to the racks, and the loads on it",
  },
  {
    kind: "CoolingTopology",
    of: "site",
    field: "coolingTopology",
    file: "cooling-topology",
    about: "what takes the heat away: loops, CDUs, air handlers",
  },
  {
    kind: "Hall",
    of: "site",
    field: "halls",
    key: "name",
    file: "hall",
    about: "a room with its own power and cooling, its limits and its positions",
  },
  {
    kind: "RackLayout",
    of: "site",
    field: "rackLayouts",
    key: "name",
    file: "rack-layout",
    about: "racks that are filled by hand, as ranges",
  },
  {
    kind: "Lease",
    of: "site",
    field: "lease",
    file: "lease",
    about: "the right to a leased site: landlord, term, phases, rent, who may end it",
  },
  {
    kind: "Cluster",
    of: "site",
    field: "clusters",
    key: "name",
    file: "cluster",
    about: "machines under one scheduler, in pools",
  },
  {
    kind: "Fabric",
    of: "site",
    field: "fabrics",
    key: "name",
    file: "fabric",
    about: "the network that joins the accelerators of a cluster",
  },
  {
    kind: "AddressPlan",
    of: "site",
    field: "addressPlan",
    file: "address-plan",
    about: "address ranges and numbers of autonomous systems",
  },
  {
    kind: "Allocation",
    of: "site",
    field: "allocation",
    file: "allocation",
    about: "what planning has decided: machines, names, subnets; only ever appended to",
  },
  {
    kind: "Deployment",
    of: "site",
    field: "deployments",
    key: "name",
    file: "deployment",
    about: "hardware that comes with a phase, and its milestones",
  },
  {
    kind: "SecurityProfile",
    of: "site",
    field: "securityProfile",
    file: "security-profile",
    about: "zones, access, provenance, residency, and the weights on the site",
  },
  {
    kind: "RackType",
    of: "fleet",
    field: "rackTypes",
    key: "name",
    file: "rack-type",
    about: "a rack that the catalogue does not have",
  },
  {
    kind: "DeviceType",
    of: "fleet",
    field: "deviceTypes",
    key: "name",
    file: "device-type",
    about: "a device beside machines that the catalogue does not have",
  },
  {
    kind: "Guarantee",
    of: "fleet",
    field: "guarantees",
    key: "name",
    file: "guarantee",
    about: "a third party's promise to landlords that the rent is paid",
  },
  {
    kind: "Demand",
    of: "fleet",
    field: "demands",
    key: "name",
    file: "demand",
    about: "accelerators wanted over time",
  },
  {
    kind: "Scenario",
    of: "fleet",
    field: "scenarios",
    key: "name",
    file: "scenario",
    about: "a way in which demand may go, as a multiple of another",
  },
  {
    kind: "Offer",
    of: "fleet",
    field: "offers",
    key: "name",
    file: "offer",
    about: "something that could be added: a cloud contract, a lease, a site to be built",
  },
  {
    kind: "PriceBook",
    of: "fleet",
    field: "priceBooks",
    key: "name",
    file: "price-book",
    about: "what things cost beside leases: prices of one source, at one date, in one currency",
  },
  {
    kind: "Budget",
    of: "fleet",
    field: "budgets",
    key: "name",
    file: "budget",
    about: "the most that may be paid in a fiscal year",
  },
  {
    kind: "Comparison",
    of: "fleet",
    field: "comparisons",
    key: "name",
    file: "comparison",
    about: "own or rent: what both would cost for the work of one cluster, with every assumption",
  },
  {
    kind: "Interconnect",
    of: "fleet",
    field: "interconnects",
    key: "name",
    file: "interconnect",
    about: "a link between two sites",
  },
] as const satisfies readonly KindRow[];

/** The name of a kind of document. */
export type Kind = (typeof kindRows)[number]["kind"];

/** The kinds of documents that can be written by hand. */
export const KINDS: readonly Kind[] = kindRows.map(({ kind }) => kind);

type Row = KindRow & { readonly kind: Kind };
const rows: readonly Row[] = kindRows;

/** The kinds that belong to a site, each document naming it. */
export const siteKinds: readonly Row[] = rows.filter((row) => row.of === "site");
/** The kinds that belong to the fleet as a whole, sites apart. */
export const fleetKinds: readonly Row[] = rows.filter((row) => row.of === "fleet" && row.kind !== "Site");

/** The row of a kind. */
export function rowOf(kind: Kind): Row {
  const found = rows.find((row) => row.kind === kind);
  if (found === undefined) throw new Error(`there is no kind ${kind}`);
  return found;
}

/** The file of a document in the folder of its site, or of the fleet. */
export const fileOf = (row: KindRow, name: string): string =>
  row.key === undefined || row.kind === "Site" ? `${row.file}.yaml` : `${row.file}-${name}.yaml`;
