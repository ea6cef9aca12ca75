import {
  compareDates,
  type Deployment,
  latest,
  type PhysicalSiteSpec,
  phasesOf,
  type SiteDates,
  siteDates,
} from "../model";
import { hardwareDay, sharesOf } from "./deployment-plan";

type Pool = PhysicalSiteSpec["clusters"][number]["pools"][number];

/** From when on something has power: always, from a day on, or from a day that nobody knows yet. */
export type EnergizedFrom = "start" | "undated" | { readonly day: string };

/** Machines of a pool that get their power, and take work, together. */
export interface EnergizedShare {
  readonly machines: number;
  readonly from: EnergizedFrom;
  /** The deployment that brings them; none where none is said to. */
  readonly deployment?: Deployment;
}

/**
 * The machines of a pool by the day from which they work: those that a deployment brings from the day its phase can be used, and not
 * before they are commissioned; the others from the day of the pool's own phase; of no phase, from the start.
 */
export function energizedShares(
  site: PhysicalSiteSpec,
  cluster: string,
  pool: Pool,
  dates: SiteDates = siteDates(site),
): EnergizedShare[] {
  const name = `${cluster}.${pool.name}`;
  const brought = site.deployments.flatMap((deployment) =>
    sharesOf(site, deployment)
      .filter((share) => share.name === name)
      .map(({ count }) => ({
        machines: count,
        from: later(ofPhase(site, deployment.phase, dates), hardwareDay(deployment, "commissioned")),
        deployment,
      })),
  );
  const rest = pool.count - brought.reduce((sum, { machines }) => sum + machines, 0);
  const own = { machines: rest, from: ofPhase(site, pool.capacity.phase, dates) };
  return rest > 0 ? [...brought, own] : brought;
}

/** From when on a phase has power. A phase that does not exist is another rule's. */
function ofPhase(site: PhysicalSiteSpec, id: string | undefined, dates: SiteDates): EnergizedFrom {
  const phase = phasesOf(site).find((each) => each.id === id);
  if (phase === undefined) return "start";
  const day = dates.usable(phase);
  return day === undefined ? "undated" : { day };
}

function later(from: EnergizedFrom, day: string | undefined): EnergizedFrom {
  if (day === undefined || from === "undated") return from;
  return from === "start" ? { day } : { day: latest(from.day, day) ?? day };
}

/** Whether machines have power at a time; at `undated` all have. */
export function isEnergized(from: EnergizedFrom, at: EnergizedFrom): boolean {
  if (at === "undated" || from === "start") return true;
  return at !== "start" && from !== "undated" && compareDates(from.day, at.day) <= 0;
}

/** Machines of a pool that have power at a time. */
export const energizedMachines = (shares: readonly EnergizedShare[], at: EnergizedFrom): number =>
  shares.reduce((sum, { machines, from }) => sum + (isEnergized(from, at) ? machines : 0), 0);

/** Every time at which some of these machines get their power, in order. */
export function energizedSteps(shares: readonly EnergizedShare[]): EnergizedFrom[] {
  const days = shares.flatMap(({ from }) => (typeof from === "string" ? [] : [from.day]));
  return [
    ...(shares.some(({ from }) => from === "start") ? ["start" as const] : []),
    ...[...new Set(days)].sort(compareDates).map((day) => ({ day })),
    ...(shares.some(({ from }) => from === "undated") ? ["undated" as const] : []),
  ];
}
