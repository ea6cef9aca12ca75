import type Big from "big.js";
import { monthAt } from "../../ledger/months";
import { type OwnOrRent, rowFor, type SideCost } from "../../ledger/own-or-rent";

/** A comparison as plain data: amounts as texts with cents, exact; months as texts. */
export function ownOrRentJson(fleet: string, report: OwnOrRent): object {
  const { sheet, outcome, course, utilization, month, sensitivities } = report;
  const { name, cluster, accelerator, currency, start, payments, hall, assumptions } = sheet;
  return {
    apiVersion: "siteform.dev/v1alpha1",
    kind: "OwnOrRent",
    fleet,
    name,
    ...(cluster === undefined ? {} : { cluster }),
    accelerator,
    currency,
    from: monthAt(start),
    months: course.length,
    hall,
    payments,
    cheaper: outcome.cheaper,
    difference: cents(outcome.difference),
    usedHours: outcome.usedHours.toFixed(),
    own: sideJson(sheet.start, outcome.own),
    rent: sideJson(sheet.start, outcome.rent),
    breakEven: {
      utilization,
      month: Object.fromEntries(
        Object.entries(month).map(([kind, at]) => [kind, { month: at.month, number: at.number }]),
      ),
    },
    assumptions: assumptions.map(({ key, value, bound, basis, source }) => ({
      field: key,
      label: rowFor(key).label,
      value: value.toFixed(),
      bound,
      basis,
      source,
    })),
    sensitivities: sensitivities.map(({ key, changed, flips, range }) => ({
      field: key,
      changed: changed.map(({ difference, ...each }) => ({ ...each, difference: cents(difference) })),
      flips,
      range,
    })),
    course: course.map(({ month: at, number, own, ownLessWorth, rent }) => ({
      month: at,
      number,
      own: cents(own),
      ...(ownLessWorth === undefined ? {} : { ownLessWorth: cents(ownLessWorth) }),
      rent: cents(rent),
    })),
  };
}

const cents = (amount: Big): string => amount.toFixed(2);

const sideJson = (
  start: number,
  { flows, presentValue, payments, remains, byPart, byYear, perUsedHour }: SideCost,
) => ({
  presentValue: cents(presentValue),
  payments: cents(payments),
  remains: cents(remains),
  perUsedHour: { plain: perUsedHour.plain.toFixed(6), levelized: perUsedHour.levelized.toFixed(6) },
  byPart: byPart.map((each) => ({
    part: each.part,
    amount: cents(each.amount),
    presentValue: cents(each.presentValue),
  })),
  byYear: byYear.map((each) => ({ year: each.year, payments: cents(each.payments), remains: cents(each.remains) })),
  flows: flows.map(({ month, part, amount }) => ({ month: monthAt(start + month), part, amount: cents(amount) })),
});
