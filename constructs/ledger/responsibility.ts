import {
  type Layer,
  leaseOf,
  type Party,
  type PhysicalSiteSpec,
  type Responsibility,
  responsibilitiesUnder,
  type SiteSpec,
} from "../model";

/**
 * The responsibility matrix of a site, a row for each layer in their order: all of it one's own where one owns the site, what the
 * scope implies with the exceptions of the agreement elsewhere. A cloud has none: what stands there is configured through its API.
 */
export function responsibilitiesOf(site: PhysicalSiteSpec): Responsibility[] {
  return site.tenure === "owned"
    ? responsibilitiesUnder("owned")
    : responsibilitiesUnder(site.scope, site.responsibilities);
}

/** Who operates a layer of a site. */
export function operatorOf(site: PhysicalSiteSpec, layer: Layer): Party {
  return responsibilitiesOf(site).find((row) => row.layer === layer)?.operates ?? "counterparty";
}

/** Whether one operates a layer oneself. A layer that one does not operate is observed. */
export const operates = (site: PhysicalSiteSpec, layer: Layer): boolean => operatorOf(site, layer) === "self";

/** The layers of a site that are observed: documented, their engineering findings warnings, and never configured. */
export const observedLayers = (site: PhysicalSiteSpec): Layer[] =>
  responsibilitiesOf(site)
    .filter((row) => row.operates !== "self")
    .map((row) => row.layer);

/** Who the counterparty of a site's agreement is, by name: the landlord, else who operates or builds it. */
export function counterpartyOf(site: PhysicalSiteSpec): string | undefined {
  if (site.tenure === "owned") return undefined;
  return leaseOf(site)?.landlord ?? (site.tenure === "partner" ? (site.operator ?? site.contractor) : undefined);
}

/** Kinds of files that a tool acts upon, from the power tree to the scheduler. */
export const artefacts = [
  "powerTree",
  "racks",
  "devices",
  "bmcEnrolment",
  "fabricConfig",
  "cables",
  "hosts",
  "schedulerConfig",
] as const;
export type Artefact = (typeof artefacts)[number];

/**
 * The layer that each kind of emitted file configures. Documents are written for every layer; a file that a tool of one's own
 * would act upon only for layers one operates.
 */
export const artefactLayer: Readonly<Record<Artefact, Layer>> = {
  /** A power tree for run-time capping, such as that of NVIDIA DPS. */
  powerTree: "mechanicalElectrical",
  /** Racks, their feeds and what stands in them, as objects of an inventory system. */
  racks: "racks",
  /** Machines and their serial numbers, as objects of an inventory system. */
  devices: "hardware",
  /** Hosts by the address of their BMC, for enrolment and installation. */
  bmcEnrolment: "bmcFirmware",
  /** Configuration of switches, and what tests it. */
  fabricConfig: "fabric",
  /** Cables between devices, as objects of an inventory system. */
  cables: "fabric",
  /** Names and addresses of hosts, for what configures their operating systems. */
  hosts: "os",
  /** Partitions, topologies and queues of Slurm and Kubernetes. */
  schedulerConfig: "scheduler",
};

/** Whether an agreement is only proposed or being negotiated: its site keeps addresses, and gets no hosts and no configuration. */
export function isPreliminary(site: SiteSpec): boolean {
  const state = leaseOf(site)?.state;
  return state === "proposed" || state === "exclusive";
}

/** Whether files of a kind are written for a site: one operates the layer they configure, and the agreement holds. */
export const emits = (site: SiteSpec, artefact: Artefact): boolean =>
  site.tenure === "cloud" || (!isPreliminary(site) && operates(site, artefactLayer[artefact]));
