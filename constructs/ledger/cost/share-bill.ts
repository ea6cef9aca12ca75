import Big from "big.js";
import { grouped } from "../../model/grouped";
import { sumOf } from "../money-sum";
import { splitAmount } from "../split-amount";
import type { Billed } from "./bills";

/** What one thing is billed in one month: exact, and not yet divided by the length of what the price is for. */
export interface Due {
  readonly billed: Billed;
  readonly committed: Big;
  readonly flexible: Big;
}

/** What of a bill one thing has, to the cent. */
export interface Shared extends Due {
  /** Of what is committed, what is due on the first day of the term. */
  readonly early: Big;
}

/**
 * A bill, rounded to the cent once, and split among what it is for: first into what is committed and what is not, then among terms,
 * then among the things of each. So each of these stays the same however the next is divided.
 */
export function sharesOf(dues: readonly Due[], divisor: number): Shared[] {
  const terms = [...grouped(merged(dues), ({ billed }) => termOf(billed)).values()].map((own) => ({
    own,
    committed: sumOf(own.map(({ committed }) => committed)),
    flexible: sumOf(own.map(({ flexible }) => flexible)),
  }));
  const [ofCommitted, ofFlexible] = [terms.map(({ committed }) => committed), terms.map(({ flexible }) => flexible)];
  const halves = [sumOf(ofCommitted), sumOf(ofFlexible)];
  const [bound, free] = splitAmount(sumOf(halves).div(divisor).round(2), halves);
  const committed = splitAmount(bound ?? NOTHING, ofCommitted);
  const flexible = splitAmount(free ?? NOTHING, ofFlexible);
  return terms.flatMap((term, index) =>
    withinTerm(term, { committed: committed[index] ?? NOTHING, flexible: flexible[index] ?? NOTHING }, divisor),
  );
}

interface Term extends Pick<Due, "committed" | "flexible"> {
  readonly own: readonly Due[];
}

function withinTerm(term: Term, share: Pick<Due, "committed" | "flexible">, divisor: number): Shared[] {
  const prepaid = term.own[0]?.billed.prepaid ?? 0;
  const due = term.committed.plus(term.flexible).times(prepaid).div(divisor).round(2);
  const weights = term.own.map(({ committed }) => committed);
  const committed = splitAmount(share.committed, weights);
  const flexible = splitAmount(
    share.flexible,
    term.own.map((each) => each.flexible),
  );
  const early = splitAmount(due.lt(share.committed) ? due : share.committed, weights);
  return term.own.map(({ billed }, index) => ({
    billed,
    committed: committed[index] ?? NOTHING,
    flexible: flexible[index] ?? NOTHING,
    early: early[index] ?? NOTHING,
  }));
}

/** What is due of each thing, over all prices that it has within the month. */
const merged = (dues: readonly Due[]): Due[] =>
  [...grouped(dues, ({ billed }) => billed)].map(([billed, own]) => ({
    billed,
    committed: sumOf(own.map(({ committed }) => committed)),
    flexible: sumOf(own.map(({ flexible }) => flexible)),
  }));

/** Things of one term are billed and prepaid alike. */
const termOf = ({ from, until, committed, prepaid }: Billed): string => `${from} ${until} ${committed} ${prepaid}`;

const NOTHING = new Big(0);
