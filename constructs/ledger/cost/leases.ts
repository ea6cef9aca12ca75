import Big from "big.js";
import { compareDates, type LeaseTerms, leaseOf, type SiteSpec } from "../../model";
import { type Commitment, type CommittedSpan, commitmentIn, meet, siteCommitments, sitePartiesOf } from "../capacity";
import { type CostOptions, tenantExits } from "../committed-cost";
import { type Exit, exitFee } from "../exits";
import { lastOf, type Month, monthOf } from "../months";
import { premisesOf } from "../premises";
import { type RentLine, rentSchedule } from "../rent";
import { spanOfMonths } from "./bills";
import { countedPart } from "./held";
import { type CostGap, type CostLine, type CostOwner, costLine, isWithinMonths, type MonthWindow } from "./line";
import type { MeteredPower, SiteDraw } from "./metered-power";
import { passedOn } from "./passed-on";

/** What leaving a lease at the first exit costs. */
export interface ExitFee extends Pick<CostLine, "site" | "currency" | "counterparty"> {
  readonly month: Month;
  readonly day: string;
  readonly amount: Big;
}

/** What a lease costs: rent and what it passes on. */
export interface LeaseCosts {
  readonly lines: readonly CostLine[];
  readonly exitFees: readonly ExitFee[];
  /** Deposits when they fall due; they come back, and are no cost. */
  readonly deposits: readonly Pick<CostLine, "month" | "site" | "currency" | "cash">[];
  readonly gaps: readonly CostGap[];
  /** On what metered power is charged. */
  readonly metered: readonly MeteredPower[];
}

const NONE: LeaseCosts = { lines: [], exitFees: [], deposits: [], gaps: [], metered: [] };
const NOTHING = new Big(0);

/**
 * What the lease of a site costs, month by month. Committed is what is due whatever is used up to the first day on which the tenant can
 * leave; a lease that gives no way out and no end is committed as far as one looks.
 */
export function leaseCosts(
  site: SiteSpec,
  options: CostOptions & { readonly counted: readonly Commitment[] },
  window: MonthWindow,
  draw: SiteDraw,
): LeaseCosts {
  const lease = leaseOf(site);
  const commitment = lease === undefined ? undefined : commitmentIn(lease.state);
  if (lease === undefined || site.retired || commitment === undefined) return NONE;
  const { machine, counted } = options;
  const held = siteCommitments(site, options);
  if (!held.some((span) => counted.includes(span.commitment))) return NONE;
  const until = lastOf(window.last);
  const whole = rentSchedule(site, { machine });
  // A lease without an end is billed as far as one looks.
  const isOpen = whole.gaps.some(({ lacks }) => lacks === "end");
  const schedule = isOpen ? rentSchedule(site, { machine, until }) : whole;
  const [exit] = tenantExits(lease, premisesOf(site, machine), options);
  const owner = ownerOf(site);
  const of = { site };
  // Where one can leave no sooner than rent ends, all of it is due.
  const isBound = exit === undefined || schedule.lines.every(({ to }) => compareDates(to, exit.day) <= 0);
  const least = isBound ? undefined : leastRent(site, options, exit);
  const phases = [...new Set(schedule.lines.map(({ phase }) => phase))];
  const heldBy = new Map(phases.map((phase) => [phase, siteCommitments(site, options, phase)]));
  const isAsked = ({ month }: { readonly month: Month }) => isWithinMonths(window, month);
  const lines = schedule.lines.filter(isAsked).flatMap((line): CostLine[] => {
    const committed = least === undefined ? line.minimum : (least.get(rentKey(line)) ?? NOTHING);
    const rent = costLine(owner, {
      of,
      commitment,
      price: "lease",
      what: "rent",
      month: line.month,
      currency: line.currency,
      ...both(line.amount, committed),
      bound: schedule.bound,
      basis: schedule.basis,
    });
    return countedPart(rent, line, heldBy.get(line.phase) ?? [], counted);
  });
  const passed = passedOn({ site, owner, of, commitment, exit, held, rent: schedule.lines }, draw, {
    machine,
    counted,
    first: window.first,
    last: window.last,
  });
  return {
    lines: [...lines, ...passed.lines],
    exitFees:
      exit === undefined
        ? []
        : feeOf(exit, site, rentSchedule(site, { machine, until: exit.day }).lines, owner.counterparty),
    deposits: depositsOf(lease, site),
    gaps: [
      ...schedule.gaps.map(({ premises, lacks }) => ({
        site: site.name,
        path: `sites.${site.name}`,
        message: `the rent of ${premises} is not known in full: its ${lacks} is missing`,
      })),
      ...passed.gaps,
      ...optionGaps(site, held, counted, window),
    ],
    metered: passed.metered,
  };
}

/** Options that would add to the term count for hours when they are asked for, and nobody has agreed their rent. */
function optionGaps(
  site: SiteSpec,
  held: readonly CommittedSpan[],
  counted: readonly Commitment[],
  window: MonthWindow,
): CostGap[] {
  const isAsked = held.some(
    (span) =>
      span.commitment === "optional" && counted.includes("optional") && meet(span, spanOfMonths(window)) !== undefined,
  );
  return isAsked
    ? [
        {
          site: site.name,
          path: `sites.${site.name}.lease.extensionOptions`,
          message: `the rent of ${site.name} in terms that its options would add is not reckoned`,
        },
      ]
    : [];
}

/** By its first day: in a month in which an option begins, premises have rent of two terms. */
const rentKey = ({ from, premises }: RentLine): string => `${from} ${premises}`;

/** What of each month's rent is due whatever is used, up to an exit. */
function leastRent(site: SiteSpec, { machine }: CostOptions, exit: Exit): ReadonlyMap<string, Big> {
  const least = new Map<string, Big>();
  for (const line of rentSchedule(site, { machine, until: exit.day }).lines) {
    least.set(rentKey(line), line.minimum);
  }
  return least;
}

const both = (amount: Big, committed: Big) => ({
  cost: amount,
  cash: amount,
  committed,
  committedCash: committed,
});

const feeOf = (exit: Exit, site: SiteSpec, lines: readonly RentLine[], counterparty: string): ExitFee[] =>
  exitFee(exit, lines).map(({ currency, amount }) => ({
    site: site.name,
    counterparty,
    month: monthOf(exit.day),
    day: exit.day,
    currency,
    amount,
  }));

const depositsOf = (lease: LeaseTerms, site: SiteSpec): LeaseCosts["deposits"] =>
  (lease.security ?? []).flatMap(({ kind, amount, due }) =>
    kind === "deposit" && amount !== undefined && due !== undefined
      ? [{ month: monthOf(due), site: site.name, currency: amount.currency, cash: new Big(amount.amount) }]
      : [],
  );

function ownerOf(site: SiteSpec): CostOwner {
  const { country, subdivision } = site.location;
  return {
    site: site.name,
    tenure: site.tenure,
    country,
    jurisdiction: subdivision ?? country,
    ...sitePartiesOf(site),
    contract: `lease of ${site.name}`,
  };
}
