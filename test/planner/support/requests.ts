import type { OfferInput, Plan, PlanOptions, PlanRequestInput } from "../../../constructs/planner";
import { planCapacity } from "../../../constructs/planner";

type Price = Omit<OfferInput["price"], "currency" | "basis" | "source">;

/** An offer of single H100 in Texas, there at once and to the end, with what a test changes. */
export function offer(name: string, price: Price, rest: Partial<Omit<OfferInput, "name" | "price">> = {}): OfferInput {
  return {
    name,
    kind: "cloud",
    counterparty: "Acme",
    accelerator: "H100",
    size: { step: 1, most: 100 },
    leadMonths: 0,
    jurisdiction: { country: "US", subdivision: "US-TX" },
    ...rest,
    price: { currency: "USD", basis: "assumed", source: "test", ...price },
  };
}

/** H100 by H100, from the first month on. */
export const training = { name: "training", servedBy: [{ accelerator: "H100", throughput: 1 }] };

/** A request of one workload and scenario over as many months as demand is given for. */
export function request(
  perMonth: readonly number[],
  offers: readonly OfferInput[],
  rest: Partial<PlanRequestInput> = {},
): PlanRequestInput {
  return {
    horizon: { first: "2027-01", months: perMonth.length },
    currency: "USD",
    discountRatePerYear: 0,
    workloads: [training],
    scenarios: [{ name: "base", demand: [{ workload: "training", perMonth: [...perMonth] }] }],
    offers: [...offers],
    ...rest,
  };
}

/** The plan of a request that has one. */
export async function planned(input: PlanRequestInput, options: PlanOptions = {}): Promise<Plan> {
  const result = await planCapacity(input, { worth: false, hedge: false, ...options });
  if (result.status !== "planned")
    throw new Error(`no plan: ${result.status} ${"findings" in result ? JSON.stringify(result.findings) : ""}`);
  return result;
}

/** `offer 2027-01 x3`, one an order: what a plan buys. */
export const bought = ({ purchases }: Plan): string[] =>
  purchases.map(
    ({ offer: { name }, decided, steps, scenario }) =>
      `${name} ${decided} x${steps}${scenario === undefined ? "" : ` in ${scenario}`}`,
  );
