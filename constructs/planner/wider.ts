import { acceleratorsPerStep, type Offer } from "../model/offer";
import type { PlanRequest } from "./request";

/** The same request with everything there so many months sooner, at most at once. */
export const sooner = (request: PlanRequest, months: number): PlanRequest => ({
  ...request,
  offers: request.offers.map((offer): Offer => ({ ...offer, leadMonths: Math.max(0, offer.leadMonths - months) })),
});

/**
 * Whether what comes sooner is never worse, because it can always be decided later instead: not where an offer has a last month of
 * decision, nor where money of a year is limited, since what is prepaid then falls into another.
 */
export const unhurried = ({ offers, limits }: PlanRequest): boolean =>
  limits.money.length === 0 && offers.every(({ latestDecision }) => latestDecision === undefined);

/**
 * An offer of so much that there is never too little of it: ten times all demand, or more where what others supply must be a share of
 * all.
 */
export function widest({ scenarios, workloads, limits }: PlanRequest): (offer: Offer) => Offer {
  const shares = limits.concentration.flatMap(({ mostShare = 1 }) => (mostShare > 0 ? [mostShare] : []));
  const accelerators = workloads.reduce((all, { name, servedBy }) => {
    const peaks = scenarios.flatMap(({ demand }) => demand.find(({ workload }) => workload === name)?.perMonth ?? []);
    return all + Math.max(0, ...peaks) / Math.min(...servedBy.map(({ throughput }) => throughput));
  }, 0);
  const enough = (10 * accelerators) / Math.min(1, ...shares);
  return (offer) => {
    const { size } = offer;
    const steps = Math.ceil(enough / acceleratorsPerStep(offer)) + Math.ceil((size.smallest ?? 0) / size.step);
    return { ...offer, size: { ...size, most: Math.max(size.most, steps * size.step) } };
  };
}
