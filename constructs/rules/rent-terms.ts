import type { Escalation, ExtensionOption, LeaseTerms, MoneyFigure, PassThrough, Phase, SiteSpec } from "../model";
import { type Commencement, phasesOf, siteDates } from "../model";
import type { Report, Rule } from "./rule";
import { leases, phasesPath } from "./walk";

export const rentTerms: Rule = {
  id: "LEASE-5",
  title: "rent is said once: one rate, one day on which it begins, and all that a step needs",
  severity: "error",
  source: "the fleet document: of two rates, or of two days, one is wrong",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      const phases = phasesOf(site);
      yield* oneRate(lease, path);
      yield* steps(lease.escalation, path);
      yield* wholeRent(lease, phases, path);
      for (const phase of phases) yield* place(phase, site, phase, `${phasesPath(site)}.${phase.id}`);
      for (const premises of lease.premises ?? []) {
        const phase = phases.find(({ id }) => id === premises.phase);
        if (phase === undefined) continue;
        yield* place(premises, site, phase, `${path}.premises.${premises.id}`);
        yield* steps(premises.escalation, `${path}.premises.${premises.id}`);
      }
      for (const option of lease.extensionOptions ?? [])
        yield* ofOption(option, `${path}.extensionOptions.${option.id}`);
      for (const item of lease.passThrough ?? []) yield* ofPassThrough(item, `${path}.passThrough.${item.id}`);
    }
  },
};

const rateFields = ["rentPerKWMonth", "rentPerMonth", "rentPerAcceleratorHour"] as const;

type Rated = { readonly [Field in (typeof rateFields)[number]]?: MoneyFigure | undefined };

function* oneRate(terms: Rated, path: string): Generator<Report> {
  const [first, second] = rateFields.filter((field) => terms[field] !== undefined);
  if (first === undefined || second === undefined) return;
  yield {
    path: `${path}.${second}`,
    message: `rent has two rates here, ${first} and ${second}; it is due by one of them`,
    hint: "give each premises the rate that it has",
  };
}

/** A phase or premises: its rate, and when its rent begins. */
function* place(terms: Rated & Commencement, site: SiteSpec, phase: Phase, path: string): Generator<Report> {
  yield* oneRate(terms, path);
  const { rentCommencement, rentCommencementOn } = terms;
  if (rentCommencementOn === undefined) return;
  const at = { path: `${path}.rentCommencementOn`, phase: phase.id };
  if (rentCommencement !== undefined) {
    yield {
      ...at,
      observed: rentCommencement,
      message: `rent begins on ${rentCommencement}, and with ${rentCommencementOn.milestone}: say one of them`,
      hint: "leave out rentCommencement while the day is not known; put the day once it is",
    };
    return;
  }
  if (siteDates(site).milestone(phase, rentCommencementOn.milestone) !== undefined) return;
  yield {
    ...at,
    severity: "warning",
    observed: rentCommencementOn.milestone,
    message: `rent begins with ${rentCommencementOn.milestone}, which has no day in phase ${phase.id}: no rent can be computed`,
    hint: "give that milestone a day, or what it follows",
  };
}

function* steps(escalation: Escalation | undefined, path: string): Generator<Report> {
  if (escalation === undefined) return;
  const { day, firstStep } = escalation;
  if ((day === "fixedDate") === (firstStep !== undefined)) return;
  yield {
    path: `${path}.escalation.firstStep`,
    observed: firstStep ?? "nothing",
    message:
      firstStep === undefined
        ? "rent steps up on a fixed date, and nobody says on which"
        : `rent steps up by ${day}, which needs no first step`,
    hint:
      firstStep === undefined
        ? 'give firstStep, such as "2027-01-01"'
        : 'leave firstStep out, or set day to "fixedDate"',
  };
}

/** A sum a month for the whole lease cannot be told from a sum for each of several premises. */
function* wholeRent(lease: LeaseTerms, phases: readonly Phase[], path: string): Generator<Report> {
  const listed = lease.premises ?? [];
  const parts = listed.length + phases.filter(({ id }) => !listed.some((each) => each.phase === id)).length;
  if (lease.rentPerMonth === undefined || parts < 2) return;
  yield {
    path: `${path}.rentPerMonth`,
    observed: parts,
    limit: 1,
    message: `a sum a month for the whole lease says nothing of the ${parts} premises that it has`,
    hint: "give rentPerMonth to each phase or premises",
  };
}

function* ofOption(option: ExtensionOption, path: string): Generator<Report> {
  yield* oneRate(option, path);
  const has = rateFields.some((field) => option[field] !== undefined);
  if (has === (option.rentBasis === "fixed")) return;
  yield {
    path: `${path}.rentBasis`,
    observed: option.rentBasis,
    message: has
      ? `the option gives a rate, but its rent is ${option.rentBasis}`
      : "the rent of the option is fixed, and nobody says at which rate",
    hint: has
      ? 'set rentBasis to "fixed", or leave the rate out'
      : "give rentPerKWMonth or another rate, or another rentBasis",
  };
}

function* ofPassThrough(item: PassThrough, path: string): Generator<Report> {
  if (item.kind === "fixed" && item.perMonth === undefined) {
    const message = "a fixed pass-through has an amount a month, and nobody says which";
    yield { path: `${path}.perMonth`, message, hint: 'give perMonth, or make it "metered" or a "share"' };
  }
  if (item.what === "power" && item.kind === "metered" && item.pueCap === undefined) {
    yield {
      path: `${path}.pueCap`,
      severity: "warning",
      message:
        "metered power is passed through without a cap on the PUE: what the landlord's cooling wastes, the tenant pays",
      hint: "agree on a pueCap, or waive this for the lease",
    };
  }
}
