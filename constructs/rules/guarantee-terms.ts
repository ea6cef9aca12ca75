import { guaranteeStart, isInForce } from "../ledger";
import { compareDates, didYouMean, type Guarantee, leaseOf, phasesOf, type SiteSpec } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, phasesPath } from "./walk";

export const guaranteeTerms: Rule = {
  id: "GUAR-5",
  title:
    "a guarantee says when it starts and ends, how it stands behind several leases, when it is called, and what is then owed",
  severity: "error",
  source:
    "leases filed with the SEC (Form 8-K): backstops name trigger and remedy (pay the termination fee, or assume the lease) and the day from which they amortize",
  *check(context) {
    for (const guarantee of context.fleet.guarantees) {
      const path = `guarantees.${guarantee.name}`;
      if (context.isPartial(path)) continue;
      yield* start(context, guarantee, path);
      yield* days(context, guarantee, path);
      if (isInForce(guarantee.state)) yield* unsaid(context, guarantee, path);
    }
  },
};

function* start(context: RuleContext, guarantee: Guarantee, path: string): Generator<Report> {
  const { startsWithRentOf, start: day } = guarantee;
  if (startsWithRentOf === undefined) return;
  const place = `${path}.startsWithRentOf`;
  if (day !== undefined) {
    const message = `the guarantee starts on ${day}, and with the rent of ${startsWithRentOf.site}: say one of them`;
    yield { path: place, observed: day, message };
  }
  if (!guarantee.sites.includes(startsWithRentOf.site)) {
    const message = `the guarantee starts with the rent of ${JSON.stringify(startsWithRentOf.site)}, which it does not cover`;
    yield {
      path: `${place}.site`,
      observed: startsWithRentOf.site,
      message,
      ...hinted(didYouMean(startsWithRentOf.site, guarantee.sites) ?? `it covers ${guarantee.sites.join(", ")}`),
    };
    return;
  }
  const site = context.fleet.sites.find(({ name }) => name === startsWithRentOf.site);
  const { phase } = startsWithRentOf;
  if (site === undefined || phase === undefined || context.lacksItems(phasesPath(site))) return;
  const ids = phasesOf(site).map(({ id }) => id);
  if (ids.includes(phase)) return;
  const message = `the site ${site.name} has no phase ${JSON.stringify(phase)}`;
  yield {
    path: `${place}.phase`,
    observed: phase,
    message,
    ...hinted(didYouMean(phase, ids) ?? `it has ${ids.join(", ")}`),
  };
}

function* days(context: RuleContext, guarantee: Guarantee, path: string): Generator<Report> {
  const { end, amortizationMonths, amortizationStepMonths } = guarantee;
  const begins = guaranteeStart(guarantee, context.fleet.sites, context.machine);
  if (end !== undefined && begins !== undefined && compareDates(end, begins) < 0) {
    const message = `the guarantee ends on ${end}, before it begins on ${begins}`;
    yield { path: `${path}.end`, observed: end, limit: begins, message };
  }
  if (amortizationStepMonths === undefined || amortizationStepMonths <= (amortizationMonths ?? 0)) return;
  yield {
    path: `${path}.amortizationStepMonths`,
    observed: amortizationStepMonths,
    limit: amortizationMonths ?? 0,
    unit: "months",
    message:
      amortizationMonths === undefined
        ? "the guarantee falls in steps, and nobody says over how many months: give amortizationMonths"
        : `the guarantee falls in steps of ${amortizationStepMonths} months, longer than the ${amortizationMonths} over which it falls`,
  };
}

/** What a guarantee in force leaves open. */
function* unsaid(context: RuleContext, guarantee: Guarantee, path: string): Generator<Report> {
  const { triggers = [], remedies = [], covers, allocation, sites } = guarantee;
  const lacking = [
    ...(triggers.length === 0 ? ["when the obligor is called (triggers)"] : []),
    ...(remedies.length === 0 ? ["what it then owes (remedies)"] : []),
  ];
  if (lacking.length > 0) {
    yield {
      path,
      severity: "warning",
      message: `the guarantee does not say ${lacking.join(", nor ")}`,
      hint: 'such as triggers: ["paymentDefault", "insolvency"], remedies: ["payTerminationFee", "assumeLease"]',
    };
  }
  if (sites.length > 1 && allocation === undefined) {
    yield {
      path: `${path}.allocation`,
      severity: "warning",
      observed: sites.length,
      limit: 1,
      message: `one amount stands behind ${sites.length} leases, and nobody says how: it is read as one pot for all of them`,
      hint: 'set allocation to "perLease", "proRata" or "sharedCap"',
    };
  }
  if (covers !== "rent") return;
  const net = context.fleet.sites.filter((site) => sites.includes(site.name) && isNet(site));
  if (net.length === 0) return;
  yield {
    path: `${path}.covers`,
    severity: "warning",
    observed: covers,
    message: `the guarantee covers rent alone, but the tenant of ${net.map(({ name }) => name).join(", ")} owes pass-through beside it`,
    hint: 'set covers to "rentAndPassThrough" where the landlord has that promise',
  };
}

/** Whether the tenant bears costs beside base rent. */
function isNet(site: SiteSpec): boolean {
  const lease = leaseOf(site);
  return lease !== undefined && (lease.type === "NNN" || (lease.passThrough ?? []).length > 0);
}
