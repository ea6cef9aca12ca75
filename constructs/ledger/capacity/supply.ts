import { acceleratorOf, type Machine, sizePool } from "../../catalog";
import {
  type Basis,
  type Bound,
  type CloudSiteSpec,
  clustersOf,
  type FleetSpec,
  leaseOf,
  type PhysicalSiteSpec,
  type Purpose,
  type SiteSpec,
  siteDates,
} from "../../model";
import type { CostOptions } from "../committed-cost";
import { hardwareDay } from "../deployment-plan";
import { type EnergizedShare, energizedShares } from "../energized";
import { type CommittedSpan, cloudCommitment, commitmentIn, siteCommitments, weaker } from "./commitment";
import { type SiteParties, sitePartiesOf } from "./parties";
import { endOfDay, instantOf, meet, type Span, spanOf } from "./spans";
import { type Commitment } from "./words";

/** Accelerators of one pool that are there together, from one instant up to another, as sure as that. */
export interface SupplyLine extends Span, SiteParties {
  /** Names the accelerators: those that are first sure and then less so have one line for each, all of one id. */
  readonly id: string;
  readonly site: string;
  readonly tenure: SiteSpec["tenure"];
  readonly country: string;
  /** The subdivision where it is known, else the country. */
  readonly jurisdiction: string;
  readonly cluster: string;
  readonly pool: string;
  readonly purpose: Purpose;
  readonly machine: string;
  readonly accelerator: string;
  /** The agreement by which they are there: of a cloud as one calls it, else the site's lease, else the title. */
  readonly contract: string;
  readonly commitment: Commitment;
  readonly machines: number;
  readonly accelerators: number;
  readonly bound: Bound;
  readonly basis: Basis;
}

/** Accelerators that nobody knows the day of. */
export type UndatedLine = Omit<SupplyLine, "from" | "until">;

/** All accelerators of a fleet over time. */
export interface Supply {
  readonly lines: readonly SupplyLine[];
  /** Planned, and without a day on which they have power: they count at no time. */
  readonly undated: readonly UndatedLine[];
}

type Fields = Omit<SupplyLine, "id" | "from" | "until" | "commitment" | "machines" | "accelerators">;

/** What is counted of a pool, whatever the tenure. */
interface CountedPool extends Fields {
  readonly perMachine: number;
}

/**
 * The accelerators of a fleet over time. Pools whose machine or topology does not exist are left out: rules report them.
 *
 * @param fleet as it is built (`expandFleet`); what is retired counts for nothing
 */
export function supplyOf(fleet: FleetSpec, options: CostOptions): Supply {
  const lines: SupplyLine[] = [];
  const undated: UndatedLine[] = [];
  for (const site of fleet.sites) {
    if (site.retired) continue;
    const found = site.tenure === "cloud" ? cloudLines(site, options) : physicalLines(site, options);
    lines.push(...found.lines);
    undated.push(...found.undated);
  }
  return { lines, undated };
}

const cloudLines = (site: CloudSiteSpec, options: CostOptions): Supply => ({
  lines: cloudContracts(site).flatMap(({ cluster, pool, commitment, from, until }): SupplyLine[] => {
    const machine = options.machine(pool.machine);
    const machines = machine === undefined ? undefined : sizePool(pool, machine)?.machines;
    if (machine === undefined || machines === undefined) return [];
    const contract = contractName(site, cluster, pool);
    const { perMachine, ...fields } = counted(site, { cluster, pool, machine, contract });
    return [{ ...fields, id: idOf(fields, 0), from, until, commitment, machines, accelerators: machines * perMachine }];
  }),
  undated: [],
});

/** When machines of a pool in a cloud are there: in its term and in the window of its contract; nothing where these do not meet. */
export const cloudWindow = ({ term, capacity }: Pick<CloudPool, "term" | "capacity">): Span | undefined =>
  meet(termOf(term), windowOf(capacity));

/** The machines of one pool in a cloud: when they are there, and how surely. */
interface CloudContract extends CommittedSpan {
  readonly cluster: CloudSiteSpec["clusters"][number];
  readonly pool: CloudPool;
}

/** Pool by pool, when and how surely machines of a cloud are there; what is retired, or has ended, is not. */
export const cloudContracts = (site: CloudSiteSpec): CloudContract[] =>
  site.clusters.flatMap((cluster) =>
    cluster.pools.flatMap((pool): CloudContract[] => {
      const commitment = cloudCommitment(pool.capacity.kind, pool.term);
      const span = cloudWindow(pool);
      if (cluster.retired === true || pool.retired === true || commitment === undefined || span === undefined)
        return [];
      return [{ cluster, pool, commitment, ...span }];
    }),
  );

/** The agreement by which machines of a cloud are there: as one calls it, else the reservation, else the pool. */
export const contractName = (site: CloudSiteSpec, cluster: { readonly name: string }, pool: CloudPool): string =>
  pool.term?.contract ?? reservedAs(pool.capacity) ?? `${site.name}.${cluster.name}.${pool.name}`;

/** The right by which one has a site that is no cloud's. */
export const titleOf = (site: SiteSpec): string => `${leaseOf(site) === undefined ? "title" : "lease"} of ${site.name}`;

type CloudPool = CloudSiteSpec["clusters"][number]["pools"][number];

const termOf = (term: CloudPool["term"]): Span =>
  spanOf(
    term?.from === undefined ? Number.NEGATIVE_INFINITY : instantOf(term.from),
    term?.until === undefined ? Number.POSITIVE_INFINITY : instantOf(term.until),
  );

/** When a contract of a cloud itself begins and ends. */
function windowOf(capacity: CloudPool["capacity"]): Span {
  if (capacity.kind === "capacityBlock" || capacity.kind === "capacityBlockPurchase") {
    return { from: instantOf(capacity.start), until: instantOf(capacity.end) };
  }
  const end = capacity.kind === "onDemandReservation" ? capacity.create?.end : undefined;
  return end === undefined ? {} : { until: instantOf(end) };
}

/** The reservation that a pool names. */
function reservedAs(capacity: CloudPool["capacity"]): string | undefined {
  switch (capacity.kind) {
    case "capacityBlock":
      return capacity.reservationId;
    case "capacityBlockPurchase":
      return capacity.offeringId;
    case "onDemandReservation":
      return capacity.reservationId ?? capacity.reservationGroupArn;
    case "reservation":
      return capacity.reservation;
    case "capacityReservation":
      return capacity.groupId;
    default:
      return undefined;
  }
}

function physicalLines(site: PhysicalSiteSpec, options: CostOptions): Supply {
  const dates = siteDates(site);
  const held = siteCommitments(site, options);
  const lines: SupplyLine[] = [];
  const undated: UndatedLine[] = [];
  for (const cluster of site.clusters) {
    for (const pool of cluster.pools) {
      const machine = options.machine(pool.machine);
      if (machine === undefined) continue;
      const contract = titleOf(site);
      const { perMachine, ...fields } = counted(site, { cluster, pool, machine, contract });
      for (const [index, share] of energizedShares(site, cluster.name, pool, dates).entries()) {
        const ordered = orderOf(share);
        if (ordered === undefined) continue;
        const { machines } = share;
        const whole = { ...fields, id: idOf(fields, index), machines, accelerators: machines * perMachine };
        if (share.from === "undated") {
          undated.push({ ...whole, commitment: weaker(ordered, held[0]?.commitment ?? "firm") });
          continue;
        }
        const there = thereOf(share, pool.capacity.until);
        if (there === undefined) continue;
        const phase = share.deployment?.phase ?? pool.capacity.phase;
        for (const span of phase === undefined ? held : siteCommitments(site, options, phase)) {
          const both = meet(there, span);
          if (both === undefined) continue;
          const { from, until } = both;
          lines.push({ ...whole, from, until, commitment: weaker(ordered, span.commitment) });
        }
      }
    }
  }
  return { lines, undated };
}

const idOf = ({ site, cluster, pool }: Fields, share: number): string => `${site}.${cluster}.${pool}#${share + 1}`;

/** How sure an order is: of machines that no deployment brings nothing is said, and they are as sure as the site. */
const orderOf = ({ deployment }: EnergizedShare): Commitment | undefined =>
  deployment === undefined ? "firm" : commitmentIn(deployment.state);

/** From the day on which machines have power up to the last on which they stand there. */
function thereOf({ from, deployment }: EnergizedShare, until: string | undefined): Span | undefined {
  const removed = deployment === undefined ? undefined : hardwareDay(deployment, "removed");
  return meet(
    typeof from === "string" ? {} : { from: instantOf(from.day) },
    meet(
      until === undefined ? {} : { until: endOfDay(until) },
      removed === undefined ? {} : { until: instantOf(removed) },
    ) ?? {},
  );
}

interface Counting {
  readonly cluster: ReturnType<typeof clustersOf>[number];
  readonly pool: CloudPool | PhysicalSiteSpec["clusters"][number]["pools"][number];
  readonly machine: Machine;
  readonly contract: string;
}

function counted(site: SiteSpec, { cluster, pool, machine, contract }: Counting): CountedPool {
  const { country, subdivision } = site.location;
  return {
    site: site.name,
    tenure: site.tenure,
    ...sitePartiesOf(site),
    country,
    jurisdiction: subdivision ?? country,
    cluster: cluster.name,
    pool: pool.name,
    purpose: cluster.purpose,
    machine: machine.type,
    accelerator: acceleratorOf(machine)?.name ?? machine.accelerator,
    contract,
    bound: pool.counted?.bound ?? "exact",
    basis: pool.counted?.basis ?? "assumed",
    perMachine: machine.accelerators.value,
  };
}
