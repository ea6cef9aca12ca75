import Big from "big.js";
import type { AssumptionKey } from "./assumption-rows";
import { billed, billOnce, type CostFlow, hoursIn, monthsBetween, ONE, stepOf, stepped } from "./flows";
import { bridgeFlows } from "./rent-flows";
import { monthsIn, type Sheet, valueIn } from "./sheet";

/** What owning costs, month by month: renting until the machines are there, then what they take; in the last month what they are still worth. */
export function ownFlows(sheet: Sheet): CostFlow[] {
  const months = monthsIn(sheet, "months");
  const lead = monthsIn(sheet, "own.leadMonths");
  const residual = valueLeft(sheet, months);
  return [
    ...bridgeFlows(sheet, Math.min(lead, months)),
    ...purchases(sheet),
    ...running(sheet, lead, months),
    ...(residual.eq(0) ? [] : [{ part: "value that remains" as const, month: months - 1, amount: residual.times(-1) }]),
  ];
}

/** What is bought. That no part of it is due before the first month or after the last is a rule (COMPARE-3): it would be due in that one. */
export function purchases(sheet: Sheet): CostFlow[] {
  const [months, lead] = [monthsIn(sheet, "months"), monthsIn(sheet, "own.leadMonths")];
  return [
    { part: "hardware" as const, price: hardwarePrice(sheet) },
    { part: "hall" as const, price: hallPrice(sheet) },
  ].flatMap(({ part, price }) =>
    price.eq(0)
      ? []
      : sheet.payments.map(({ share, months: after }) =>
          billed(part, Math.min(Math.max(0, lead + after), months - 1), price.times(share)),
        ),
  );
}

const power = (sheet: Sheet): Big => valueIn(sheet, "accelerators").times(valueIn(sheet, "own.kWPerAccelerator"));
const hardwarePrice = (sheet: Sheet): Big =>
  valueIn(sheet, "accelerators").times(valueIn(sheet, "own.hardwarePerAccelerator"));
const hallPrice = (sheet: Sheet): Big => power(sheet).times(valueIn(sheet, "own.hall.perKW"));

/** What months take once the machines are there. */
function running(sheet: Sheet, from: number, until: number): CostFlow[] {
  const hall = hallRents(sheet);
  const energy = energyBills(sheet);
  const maintenance = hardwarePrice(sheet).times(valueIn(sheet, "own.maintenanceSharePerYear")).div(12).round(2);
  const staff = valueIn(sheet, "own.staffPerMonth").round(2);
  return monthsBetween(from, until)
    .flatMap((month): CostFlow[] => [
      { part: "hall", month, amount: hall(0, stepOf(month - from, 12)) },
      { part: "energy", month, amount: energy(hoursIn(sheet, month), stepOf(month, 12)) },
      { part: "maintenance", month, amount: maintenance },
      { part: "staff", month, amount: staff },
    ])
    .filter(({ amount }) => !amount.eq(0));
}

/** The rent of a hall is by the month, whatever its hours. */
function hallRents(sheet: Sheet): (hours: number, since: number) => Big {
  const first = power(sheet).times(valueIn(sheet, "own.hall.rentPerKWMonth"));
  const change = valueIn(sheet, "own.hall.rentChangePerYear");
  return billOnce((_, since) => first.times(stepped(change, since)));
}

/** Machines without work, and those out of service, draw what machines draw without work. */
function energyBills(sheet: Sheet): (hours: number, since: number) => Big {
  const busy = valueIn(sheet, "utilization").times(ONE.minus(valueIn(sheet, "own.outOfService")));
  const idle = valueIn(sheet, "own.idlePowerShare");
  const drawnKW = power(sheet)
    .times(idle.plus(ONE.minus(idle).times(busy)))
    .times(valueIn(sheet, "own.averagePue"));
  const perKWh = valueIn(sheet, "own.energyPerMWh").div(1000);
  const change = valueIn(sheet, "own.energyChangePerYear");
  return billOnce((hours, since) => drawnKW.times(hours).times(perKWh).times(stepped(change, since)));
}

/** What hardware and hall are still worth at the end of so many months; nothing before they are there. */
export function valueLeft(sheet: Sheet, months: number): Big {
  const age = months - monthsIn(sheet, "own.leadMonths");
  if (age <= 0) return new Big(0);
  const left = (price: Big, life: AssumptionKey, residual: AssumptionKey): Big => {
    if (price.eq(0)) return price;
    const whole = monthsIn(sheet, life);
    return price.minus(
      price
        .times(ONE.minus(valueIn(sheet, residual)))
        .times(Math.min(age, whole))
        .div(whole),
    );
  };
  return left(hardwarePrice(sheet), "own.hardwareLifeMonths", "own.hardwareResidualShare")
    .plus(left(hallPrice(sheet), "own.hall.lifeMonths", "own.hall.residualShare"))
    .round(2);
}
