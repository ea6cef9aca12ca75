import Big from "big.js";
import { type CostFlow, type CostPart, type OwnOrRent, rowFor, valueIn } from "../../ledger/own-or-rent";
import { toCsv } from "../csv";

/** Cash of both sides month by month, and what both have cost up to its end in the first month's money. */
export function monthsTable({ outcome, course }: OwnOrRent): string {
  const columns = [
    "month",
    "ownRentedUntilThere",
    "ownHardware",
    "ownHall",
    "ownEnergy",
    "ownMaintenance",
    "ownStaff",
    "ownValueThatRemains",
    "rentAccelerators",
    "rentPrepayment",
    "rentStaff",
    "cumulatedOwn",
    "cumulatedOwnLessWorth",
    "cumulatedRent",
  ] as const;
  const own = partsByMonth(outcome.own.flows);
  const rent = partsByMonth(outcome.rent.flows);
  return toCsv(
    columns,
    course.map(({ month, own: cumulatedOwn, ownLessWorth, rent: cumulatedRent }, index) => ({
      month,
      ownRentedUntilThere: own(index, "rented until one's own is there"),
      ownHardware: own(index, "hardware"),
      ownHall: own(index, "hall"),
      ownEnergy: own(index, "energy"),
      ownMaintenance: own(index, "maintenance"),
      ownStaff: own(index, "staff"),
      ownValueThatRemains: own(index, "value that remains"),
      rentAccelerators: rent(index, "rented accelerators"),
      rentPrepayment: rent(index, "prepayment"),
      rentStaff: rent(index, "staff"),
      cumulatedOwn: cumulatedOwn.toFixed(2),
      cumulatedOwnLessWorth: ownLessWorth?.toFixed(2),
      cumulatedRent: cumulatedRent.toFixed(2),
    })),
  );
}

function partsByMonth(flows: readonly CostFlow[]): (month: number, part: CostPart) => string {
  const sums = new Map<string, Big>();
  for (const { month, part, amount } of flows) {
    const key = `${month} ${part}`;
    sums.set(key, (sums.get(key) ?? new Big(0)).plus(amount));
  }
  return (month, part) => (sums.get(`${month} ${part}`) ?? new Big(0)).toFixed(2);
}

/** Each assumption changed alone, and where the answer turns. */
export const sensitivityTable = ({ sheet, sensitivities }: OwnOrRent): string =>
  toCsv(
    ["field", "assumption", "value", "change", "changedTo", "difference", "cheaper", "flipsAt", "flipDistance"],
    sensitivities.flatMap(({ key, changed, flips: [flip] }) => {
      const shared = {
        field: key,
        assumption: rowFor(key).label,
        value: valueIn(sheet, key).toFixed(),
        flipsAt: flip?.value,
        flipDistance: flip?.distance,
      };
      if (changed.length === 0) return [shared];
      return changed.map(({ change, value, difference, cheaper }) => ({
        ...shared,
        change,
        changedTo: value,
        difference: difference.toFixed(2),
        cheaper,
      }));
    }),
  );
