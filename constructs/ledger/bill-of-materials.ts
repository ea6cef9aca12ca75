import { assumedLeadTime, type MaterialKind } from "../catalog";
import {
  type CommitmentState,
  type Deployment,
  type Figure,
  type LeasedPool,
  type OwnedPool,
  type Party,
  type PhysicalSiteSpec,
  type Policy,
  phasesOf,
  siteDates,
} from "../model";
import {
  deployedCounts,
  hardwareDay,
  machineLeadTime,
  neededBy,
  orderBy,
  type PoolShare,
  sharesOf,
  sparesOf,
} from "./deployment-plan";
import { isPreliminary, responsibilitiesOf } from "./responsibility";
import type { MachineLookup } from "./site-figures";

/** What a hall needs beside machines, as the engines of racks, fabric, power and cooling count it. */
export interface OtherMaterial {
  readonly kind: Exclude<MaterialKind, "machine">;
  /** Product, or what it is where no product is chosen. */
  readonly item: string;
  readonly quantity: number;
  /** The phase with which it comes. @default - the first of the site */
  readonly phase?: string;
  readonly supplier?: string;
  /** @default - what the policy, else the catalogue, assumes */
  readonly leadTimeWeeks?: Figure;
}

/** One line of a bill of materials. */
export interface MaterialLine {
  readonly phase: string;
  /** The deployment that brings it. Absent: none does yet. */
  readonly deployment?: string;
  readonly kind: MaterialKind;
  readonly item: string;
  /** Pieces that are installed. */
  readonly quantity: number;
  /** Pieces beyond those. */
  readonly spares: number;
  /** Who buys it. */
  readonly buyer: Party;
  readonly supplier?: string;
  /** How firm the order of a deployment is. */
  readonly state?: CommitmentState;
  readonly leadTimeWeeks: Figure;
  /** The day by which it must be there. Absent: no date says. */
  readonly neededBy?: string;
  /** The last day on which an order comes in time. */
  readonly orderBy?: string;
  readonly ordered?: string;
  readonly delivered?: string;
}

/** What a bill of materials is reckoned with. */
export interface MaterialContext {
  readonly policy: Policy;
  /** A machine of the fleet's own or of the catalogue. */
  readonly machine: MachineLookup;
  /** @default - machines alone */
  readonly others?: readonly OtherMaterial[];
}

/**
 * Everything that is bought for a site: the machines of its deployments, those of pools that no deployment brings yet, and what
 * else the halls need. Phase by phase in the site's order, and in each machines first.
 */
export function billOfMaterials(site: PhysicalSiteSpec, context: MaterialContext): MaterialLine[] {
  const lines = [
    ...site.deployments.flatMap((deployment) => deployed(site, deployment, context)),
    ...undeployed(site, context),
    ...(context.others ?? []).map((other) => otherLine(site, other, context)),
  ];
  const phases = phasesOf(site).map((phase) => phase.id);
  const rank = (line: MaterialLine) => {
    const place = phases.indexOf(line.phase);
    return place < 0 ? phases.length : place;
  };
  // Stable: within a phase and a kind, in the order of the documents.
  return lines.sort((a, b) => rank(a) - rank(b) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

const kinds: readonly MaterialKind[] = ["machine", "rack", "switch", "optic", "cable", "pdu", "cooling", "other"];

/** Machines of a lease are the landlord's to buy. */
const buyerOf = (pool: OwnedPool | LeasedPool): Party => (pool.capacity.kind === "owned" ? "self" : "counterparty");

/** The machines of one deployment: a line for each type and each buyer. */
function deployed(site: PhysicalSiteSpec, deployment: Deployment, context: MaterialContext): MaterialLine[] {
  const shares = sharesOf(site, deployment);
  const groupOf = ({ pool }: PoolShare) => `${pool.machine} for ${buyerOf(pool)}`;
  return [...new Set(shares.map(groupOf))].flatMap((group): MaterialLine[] => {
    const members = shares.filter((share) => groupOf(share) === group);
    const [first] = members;
    if (first === undefined) return [];
    const quantity = members.reduce((sum, { count }) => sum + count, 0);
    const [ordered, delivered] = [hardwareDay(deployment, "ordered"), hardwareDay(deployment, "delivered")];
    return [
      {
        phase: deployment.phase,
        deployment: deployment.name,
        kind: "machine",
        item: first.pool.machine,
        quantity,
        spares: sparesOf(quantity, deployment),
        buyer: buyerOf(first.pool),
        ...(deployment.supplier === undefined ? {} : { supplier: deployment.supplier }),
        state: deployment.state,
        ...timed(neededBy(site, deployment), machineLeadTime(deployment, first.pool.machine, context)),
        ...(ordered === undefined ? {} : { ordered }),
        ...(delivered === undefined ? {} : { delivered }),
      },
    ];
  });
}

/** Machines of pools that no deployment brings, in the phase of their contract or the first of the site; none while it is only talked of. */
function undeployed(site: PhysicalSiteSpec, context: MaterialContext): MaterialLine[] {
  if (isPreliminary(site)) return [];
  const counts = deployedCounts(site);
  return site.clusters.flatMap((cluster) => {
    const pools: readonly (OwnedPool | LeasedPool)[] = cluster.pools;
    return pools.flatMap((pool): MaterialLine[] => {
      const quantity = pool.count - (counts.get(`${cluster.name}.${pool.name}`) ?? 0);
      if (quantity <= 0) return [];
      const { phase, needed } = phaseAt(site, pool.capacity.phase);
      const leadTimeWeeks = machineLeadTime(undefined, pool.machine, context);
      return [
        {
          phase,
          kind: "machine",
          item: pool.machine,
          quantity,
          spares: 0,
          buyer: buyerOf(pool),
          ...timed(needed, leadTimeWeeks),
        },
      ];
    });
  });
}

function otherLine(site: PhysicalSiteSpec, other: OtherMaterial, { policy }: MaterialContext): MaterialLine {
  const { kind, item, quantity, supplier } = other;
  const { phase, needed } = phaseAt(site, other.phase);
  const ruled = policy.leadTimes.find((each) => each.name === item)?.weeks;
  // What a supplier states goes before the policy, and the policy before what anybody assumes.
  const stated = other.leadTimeWeeks?.basis === "assumed" ? undefined : other.leadTimeWeeks;
  return {
    phase,
    kind,
    item,
    quantity,
    spares: 0,
    buyer: responsibilitiesOf(site).find((row) => row.layer === layers[kind])?.owns ?? "counterparty",
    ...(supplier === undefined ? {} : { supplier }),
    ...timed(needed, stated ?? ruled ?? other.leadTimeWeeks ?? assumedLeadTime(kind)),
  };
}

/** Who owns a layer buys what it is made of. */
const layers = {
  rack: "racks",
  pdu: "racks",
  switch: "fabric",
  optic: "fabric",
  cable: "fabric",
  cooling: "mechanicalElectrical",
  other: "racks",
} as const;

function phaseAt(site: PhysicalSiteSpec, id: string | undefined): { phase: string; needed: string | undefined } {
  const phases = phasesOf(site);
  const phase = id === undefined ? phases[0] : phases.find((each) => each.id === id);
  return { phase: phase?.id ?? id ?? "", needed: phase === undefined ? undefined : siteDates(site).usable(phase) };
}

function timed(
  needed: string | undefined,
  leadTimeWeeks: Figure,
): Pick<MaterialLine, "leadTimeWeeks" | "neededBy" | "orderBy"> {
  return needed === undefined
    ? { leadTimeWeeks }
    : { leadTimeWeeks, neededBy: needed, orderBy: orderBy(needed, leadTimeWeeks) };
}
