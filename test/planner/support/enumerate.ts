import type { OfferInput, PlanRequestInput } from "../../../constructs/planner";

/**
 * The cheapest plan by trying all: an independent reading of what offers mean, for requests of few months, few steps, one or two
 * workloads and one scenario, without limits of money. Returns the cost in the first month's money, or nothing where no plan exists.
 */
export function cheapestByTrying(request: PlanRequestInput): number | undefined {
  const months = request.horizon.months;
  const perOffer = request.offers.map((offer) => waysOf(offer, request));
  let best: number | undefined;
  const visit = (index: number, chosen: readonly (readonly number[])[], cost: number): void => {
    if (best !== undefined && cost >= best) return;
    const ways = perOffer[index];
    if (ways === undefined) {
      const holds = Array.from({ length: months }, (_, month) => month).every((month) =>
        holdsIn(request, chosen, month),
      );
      if (holds) best = cost;
      return;
    }
    for (const way of ways) visit(index + 1, [...chosen, way.inPlace], cost + way.cost);
  };
  visit(0, [], 0);
  return best;
}

interface Way {
  /** Accelerators in place, by month. */
  readonly inPlace: readonly number[];
  readonly cost: number;
}

/** A step of an offer: decided in one month, gone from another on. */
interface Life {
  readonly decided: number;
  readonly from: number;
  readonly gone: number;
}

/** Every way to use one offer; of those with the same accelerators in place, the cheapest. */
function waysOf(offer: OfferInput, request: PlanRequestInput): Way[] {
  const { months } = request.horizon;
  const most = offer.size.most / offer.size.step;
  const smallest = (offer.size.smallest ?? offer.size.step) / offer.size.step;
  const lives = livesOf(offer, request.horizon);
  const cheapest = new Map<string, Way>();
  const visit = (index: number, counts: readonly number[]): void => {
    const life = lives[index];
    if (life !== undefined) {
      for (let count = 0; count <= most; count++) visit(index + 1, [...counts, count]);
      return;
    }
    for (let month = 0; month < months; month++) {
      const had = lives.reduce(
        (sum, each, at) => sum + (each.from <= month && month < each.gone ? (counts[at] ?? 0) : 0),
        0,
      );
      if (had > most) return;
      const ordered = lives.reduce((sum, each, at) => sum + (each.decided === month ? (counts[at] ?? 0) : 0), 0);
      if (ordered > 0 && ordered < smallest) return;
    }
    const way = wayOf(offer, request, lives, counts);
    const key = way.inPlace.join(" ");
    const known = cheapest.get(key);
    if (known === undefined || way.cost < known.cost) cheapest.set(key, way);
  };
  visit(0, []);
  return [...cheapest.values()].sort((a, b) => a.cost - b.cost);
}

function livesOf(offer: OfferInput, { first, months }: PlanRequestInput["horizon"]): Life[] {
  const lives: Life[] = [];
  const { earliestDecision = "0000-00", latestDecision = "9999-99" } = offer;
  for (let decided = 0; decided + offer.leadMonths < months; decided++) {
    const [year = 0, month = 0] = first.split("-").map(Number);
    const name = new Date(Date.UTC(year, month - 1 + decided)).toISOString().slice(0, 7);
    if (name < earliestDecision || name > latestDecision) continue;
    const from = decided + offer.leadMonths;
    const end = offer.termMonths === undefined ? Number.POSITIVE_INFINITY : from + offer.termMonths;
    lives.push({ decided, from, gone: end });
    // Given back within the horizon, once nothing binds any more; later does not matter.
    const least = offer.leastMonths ?? Number.POSITIVE_INFINITY;
    for (let gone = from + least; gone < Math.min(end, months); gone++) lives.push({ decided, from, gone });
  }
  return lives;
}

function wayOf(offer: OfferInput, request: PlanRequestInput, lives: readonly Life[], counts: readonly number[]): Way {
  const { months } = request.horizon;
  const perStep = offer.size.step * (offer.size.acceleratorsPerMachine ?? 1);
  const ramp = offer.ramp ?? [1];
  const share = (age: number) => (age < 0 ? 0 : age < ramp.length ? (ramp[age] ?? 1) : 1);
  const rate = request.discountRatePerYear;
  const worth = (amount: number, month: number) => amount * (1 + rate) ** (-month / 12);
  const { price } = offer;
  const prepaid = price.prepaymentShare ?? 0;
  const inPlace = Array.from({ length: months }, () => 0);
  let cost = 0;
  const due = (amount: number, month: number, decided: number) => {
    // What is prepaid for a month after the horizon is still paid within it.
    cost += worth(amount * prepaid, decided);
    if (month < months || request.afterHorizon !== "none") cost += worth(amount * (1 - prepaid), month);
  };
  lives.forEach(({ decided, from, gone }, at) => {
    const count = counts[at] ?? 0;
    if (count === 0) return;
    due(Number(price.oneTimePerAccelerator ?? 0) * perStep * count, from, decided);
    const bound = offer.leastMonths ?? offer.termMonths ?? months - from;
    for (let month = from; month < Math.max(Math.min(gone, months), from + bound); month++) {
      const amount = Number(price.perAcceleratorMonth ?? 0) * perStep * share(month - from) * count;
      if (month < from + bound) due(amount, month, decided);
      else cost += worth(amount, month);
    }
    for (let month = from; month < Math.min(gone, months); month++)
      inPlace[month] = (inPlace[month] ?? 0) + perStep * share(month - from) * count;
  });
  for (let month = 0; month < months; month++) {
    if (lives.some((life, at) => life.decided === month && (counts[at] ?? 0) > 0))
      due(Number(price.fixedOneTime ?? 0), month + offer.leadMonths, month);
  }
  // The fee of a month in which one has anything, or after the horizon is still bound: who first binds one to it prepays its share.
  const fee = Number(price.fixedMonthly ?? 0);
  const given = lives.filter((_, at) => (counts[at] ?? 0) > 0);
  const boundUntil = ({ from }: Life) => from + (offer.leastMonths ?? offer.termMonths ?? months - from);
  for (let month = 0; month < Math.max(months, ...given.map(boundUntil)); month++) {
    const binding = given
      .filter((life) => life.from <= month && month < boundUntil(life))
      .map(({ decided }) => decided);
    if (binding.length > 0) due(fee, month, Math.min(...binding));
    else if (month < months && given.some(({ from, gone }) => from <= month && month < gone)) cost += worth(fee, month);
  }
  return { inPlace, cost };
}

/** Whether what is in place in a month meets demand within the limits. */
function holdsIn(request: PlanRequestInput, chosen: readonly (readonly number[])[], month: number): boolean {
  const there = request.offers.map((offer, index) => ({ offer, count: chosen[index]?.[month] ?? 0 }));
  for (const { mostMW } of request.limits?.power ?? []) {
    const kW = there.reduce((sum, { offer, count }) => sum + count * (offer.criticalItKWPerAccelerator?.value ?? 0), 0);
    if (kW > mostMW * 1000 + 1e-9) return false;
  }
  for (const { mostShare = 1 } of request.limits?.concentration ?? []) {
    const all = there.reduce((sum, { count }) => sum + count, 0);
    for (const party of new Set(there.map(({ offer }) => offer.counterparty))) {
      const own = there.reduce((sum, { offer, count }) => sum + (offer.counterparty === party ? count : 0), 0);
      if (own > mostShare * all + 1e-9) return false;
    }
  }
  const [first, second] = request.workloads;
  const wanted = (workload: string | undefined) =>
    request.scenarios[0]?.demand.find((each) => each.workload === workload)?.perMonth[month] ?? 0;
  const serves = (workload: typeof first, accelerator: string) =>
    workload?.servedBy.find((each) => each.accelerator === accelerator)?.throughput ?? 0;
  // The second workload takes first what serves the first least for what it serves the second.
  let open = wanted(second?.name);
  let left = 0;
  const classes = there
    .map(({ offer, count }) => ({ count, a: serves(first, offer.accelerator), b: serves(second, offer.accelerator) }))
    .sort((x, y) => x.a * y.b - y.a * x.b);
  for (const { count, a, b } of classes) {
    const used = b === 0 ? 0 : Math.min(count, open / b);
    open -= used * b;
    left += (count - used) * a;
  }
  return open <= 1e-9 && left >= wanted(first?.name) - 1e-9;
}
