import { type EnergyFigures, type EnergyReport, type EnergySum, measures } from "../../ledger/energy";
import { Basis } from "../../model";
import { toCsv } from "../csv";

const columns = [
  "group",
  "month",
  "acceleratorHours",
  "acceleratorHoursBound",
  ...measures.flatMap((measure) => [measure, `${measure}Bound`, `${measure}Basis`] as const),
] as const;

/** Every month of each group, and of the whole fleet as `all`; a sum that is not known is an empty cell. */
export function energyTable({ months, rows }: EnergyReport): string {
  const all = [...months.map((each) => ({ name: "all", ...each })), ...rows];
  return toCsv(
    columns,
    all.map(({ name, month, figures }) => ({
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
