import { indexOf, monthAt } from "../ledger/months";
import { partyName } from "../ledger/party-roles";
import type { Offer } from "../model/offer";
import type { OfferColumns } from "./offer-columns";
import type { Column, Program, Terms } from "./program";
import type { PlanRequest, Supply } from "./request";
import { isWithin } from "./serve";

/** Names a limit of a request: which list it stands in, and its name there. */
export interface LimitRef {
  readonly kind: "power" | "money" | "concentration";
  readonly name: string;
}

/** What a limit counts: a limit of concentration counts accelerators, or a share of them, or both. */
export type Measure = "MW" | "money" | "accelerators" | "share";

/** One limit in one month or year, and one scenario: what it counts, and how much of that one has anyway. */
export interface LimitRow {
  readonly ref: LimitRef;
  readonly measure: Measure;
  readonly scenario: number;
  /** `2027-03`, or `2027` for money. */
  readonly period: string;
  readonly terms: Terms;
  readonly anyway: number;
  readonly most: number;
}

/** Every limit of a request as rows; a row whose columns never come is kept, since what one has anyway may exceed it. */
export function limitRows(request: PlanRequest, offers: readonly OfferColumns[], scenarios: number): LimitRow[] {
  const all = Array.from({ length: scenarios }, (_, scenario) => scenario);
  return all.flatMap((scenario) => [
    ...powerRows(request, offers, scenario),
    ...concentrationRows(request, offers, scenario),
    ...moneyRows(request, offers, scenario),
  ]);
}

/** A limit that may be exceeded, in one of its measures. */
export type Exceeded = LimitRef & { readonly measure: Measure };

/**
 * Writes limits down; one of them may be exceeded, by the same amount in each of its months, in a column that is returned. Of a share
 * that amount is accelerators, and says nothing of the share.
 */
export function writeLimits(program: Program, rows: readonly LimitRow[], exceeded?: Exceeded): Column | undefined {
  const isExceeded = ({ ref, measure }: LimitRow) =>
    ref.kind === exceeded?.kind && ref.name === exceeded.name && measure === exceeded.measure;
  const excess = rows.some(isExceeded) ? program.column() : undefined;
  for (const row of rows) {
    // Money in units of its limit, so that its numbers are of the size of the others.
    const scale = row.ref.kind === "money" ? Math.max(1, row.most) / 1000 : 1;
    const over: Terms = excess === undefined || !isExceeded(row) ? [] : [[excess, -1]];
    program.row([...row.terms.map(([column, times]) => [column, times / scale] as const), ...over], {
      atMost: (row.most - row.anyway) / scale,
    });
  }
  return excess;
}

function monthsOf(
  { horizon }: PlanRequest,
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
): number[] {
  const first = indexOf(horizon.first);
  return Array.from({ length: horizon.months }, (_, month) => month).filter(
    (month) =>
      (from === undefined || first + month >= indexOf(from)) &&
      (until === undefined || first + month <= indexOf(until)),
  );
}

const nameOf = ({ horizon }: PlanRequest, month: number): string => monthAt(indexOf(horizon.first) + month);

/** Terms over what is in place in a month, each offer's steps times a number. */
const inPlace = (
  offers: readonly OfferColumns[],
  month: number,
  scenario: number,
  times: (offer: OfferColumns) => number,
): Terms =>
  offers.flatMap((offer) => {
    const column = offer.inPlace(month, scenario);
    return column === undefined ? [] : [[column, times(offer)] as const];
  });

type PowerLimit = PlanRequest["limits"]["power"][number];

/** Whether a limit of power counts what stands there and is held so. */
export const countsPower = (limit: PowerLimit, { kind, jurisdiction }: Pick<Offer, "kind" | "jurisdiction">): boolean =>
  (limit.kinds === undefined || limit.kinds.includes(kind)) &&
  (limit.jurisdiction === undefined || isWithin(jurisdiction, limit.jurisdiction));

/** Power of what one has in a month, in MW. */
const powerIn = ({ criticalItMW, criticalItKWPerAccelerator = 0, accelerators }: Supply, month: number): number =>
  criticalItMW?.[month] ?? ((accelerators[month] ?? 0) * criticalItKWPerAccelerator) / 1000;

/** Whether a limit of power counts what one has; what is said to be of no kind, only where it counts all kinds. */
export const supplyCounts = (limit: PowerLimit, supply: Supply): boolean =>
  supply.kind === undefined
    ? limit.kinds === undefined &&
      (limit.jurisdiction === undefined || isWithin(supply.jurisdiction, limit.jurisdiction))
    : countsPower(limit, { kind: supply.kind, jurisdiction: supply.jurisdiction });

function powerRows(request: PlanRequest, offers: readonly OfferColumns[], scenario: number): LimitRow[] {
  return request.limits.power.flatMap((limit) => {
    const counted = offers.filter(({ offer }) => countsPower(limit, offer));
    const supply = request.supply.filter((each) => supplyCounts(limit, each));
    return monthsOf(request, limit).map((month) => ({
      ref: { kind: "power" as const, name: limit.name },
      measure: "MW" as const,
      scenario,
      period: nameOf(request, month),
      terms: inPlace(
        counted,
        month,
        scenario,
        ({ offer, acceleratorsPerStep }) =>
          (acceleratorsPerStep * (offer.criticalItKWPerAccelerator?.value ?? 0)) / 1000,
      ),
      anyway: supply.reduce((sum, each) => sum + powerIn(each, month), 0),
      most: limit.mostMW,
    }));
  });
}

function concentrationRows(request: PlanRequest, offers: readonly OfferColumns[], scenario: number): LimitRow[] {
  return request.limits.concentration.flatMap((limit) => {
    const parties = limit.counterparty === undefined ? partiesOf(request, offers) : [partyName(limit.counterparty)];
    return parties.flatMap((party) =>
      monthsOf(request, limit).flatMap((month) => {
        const have = (own: boolean) =>
          request.supply
            .filter((each) => !own || partyOf(each) === party)
            .reduce((sum, each) => sum + (each.accelerators[month] ?? 0), 0);
        const base = {
          ref: { kind: "concentration" as const, name: limit.name },
          scenario,
          period: nameOf(request, month),
        };
        const own = (share: number) =>
          inPlace(
            offers,
            month,
            scenario,
            ({ offer, acceleratorsPerStep }) => acceleratorsPerStep * ((partyOf(offer) === party ? 1 : 0) - share),
          );
        const { mostAccelerators, mostShare } = limit;
        return [
          ...(mostAccelerators === undefined
            ? []
            : [
                {
                  ...base,
                  measure: "accelerators" as const,
                  terms: own(0),
                  anyway: have(true),
                  most: mostAccelerators,
                },
              ]),
          ...(mostShare === undefined
            ? []
            : [
                {
                  ...base,
                  measure: "share" as const,
                  terms: own(mostShare),
                  anyway: have(true) - mostShare * have(false),
                  most: 0,
                },
              ]),
        ];
      }),
    );
  });
}

/** Whom one owes, by one name however it is written; nobody where that is oneself. */
const partyOf = ({ counterparty }: { readonly counterparty?: string | undefined }): string | undefined =>
  counterparty === undefined ? undefined : partyName(counterparty);

const partiesOf = ({ supply }: PlanRequest, offers: readonly OfferColumns[]): string[] =>
  [
    ...new Set([
      ...offers.flatMap(({ offer }) => partyOf(offer) ?? []),
      ...supply.flatMap((each) => partyOf(each) ?? []),
    ]),
  ].sort();

function moneyRows(request: PlanRequest, offers: readonly OfferColumns[], scenario: number): LimitRow[] {
  const first = indexOf(request.horizon.first);
  return request.limits.money.map((limit) => {
    const inYear = (month: number) => monthAt(first + month).startsWith(limit.year);
    const terms = offers.flatMap(({ priced }) =>
      priced
        .filter(({ branch }) => branch === undefined || branch === scenario)
        .map(({ column, flows }) => {
          const due = flows.filter(({ kind, month }) => kind === "payment" && inYear(month));
          return [column, due.reduce((sum, { amount }) => sum + amount.toNumber(), 0)] as const;
        }),
    );
    return {
      ref: { kind: "money" as const, name: limit.name },
      measure: "money" as const,
      scenario,
      period: limit.year,
      terms,
      anyway: 0,
      most: Number(limit.most),
    };
  });
}
