import { type EnergyFigures, type EnergyReport, type EnergySum, measures } from "../../ledger/energy";
import { Basis } from "../../model";
import { toCsv } from "../csv";
import { ALL } from "../whole-first";

const columns = [
  "by",
  "group",
  "month",
  "acceleratorHours",
  "acceleratorHoursBound",
  ...measures.flatMap((measure) => [measure, `${measure}Bound`, `${measure}Basis`] as const),
] as const;

/** Every month of the whole fleet, by `all`, and of each group, by what the groups are of; a sum that is not known is an empty cell. */
export function energyTable({ months, rows, by }: EnergyReport): string {
  const whole = months.map((each) => ({ by: ALL, name: ALL, ...each }));
  return toCsv(
    columns,
    [...whole, ...rows().map((each) => ({ by, ...each }))].map(({ by: split, name, month, figures }) => ({
      by: split,
      group: name,
      month,
      acceleratorHours: figures.acceleratorHours.value,
      acceleratorHoursBound: figures.acceleratorHours.bound,
      ...cellsOf(figures),
    })),
  );
}

const cellsOf = (figures: EnergyFigures) =>
  Object.fromEntries(
    measures.flatMap((measure) => {
      const sum = figures[measure];
      return sum === undefined
        ? []
        : [
            [measure, sum.value],
            [`${measure}Bound`, sum.bound],
            [`${measure}Basis`, weakestOf(sum)],
          ];
    }),
  );

/** The weakest basis of a sum: it is as good as that. */
export const weakestOf = ({ byBasis }: Pick<EnergySum, "byBasis">): Basis | undefined =>
  Basis.options.filter((basis) => byBasis[basis] !== undefined).at(-1);
