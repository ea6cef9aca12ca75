import { type EnergyFigures, type EnergyReport, measures } from "../../ledger/energy";

/** The report as plain data. A sum that is not known is absent; one that speaks of less than all says `complete: false`. */
export function energyJson(fleet: string, report: EnergyReport): object {
  const { total, sites, groups, months, rows, demandResponse, ...rest } = report;
  const { from, until, hours, counted, by, gaps, undated } = rest;
  return {
    apiVersion: "siteform.dev/v1alpha1",
    kind: "EnergyReport",
    fleet,
    from,
    until,
    hours,
    counted,
    by,
    total: figuresJson(total),
    sites: sites.map(withFigures),
    groups: groups.map(withFigures),
    months: months.map(withFigures),
    rows: rows.map(withFigures),
    demandResponse: demandResponse.map(({ paid, ...each }) => ({
      ...each,
      paid: paid.map(({ amount, currency }) => ({ amount: amount.toFixed(2), currency })),
    })),
    ...gaps,
    undated,
  };
}

const withFigures = <T extends { readonly figures: EnergyFigures }>({ figures, ...rest }: T) => ({
  ...rest,
  ...figuresJson(figures),
});

/** Sums, and what they come to for an accelerator-hour of those that they speak of. */
const figuresJson = (figures: EnergyFigures) => ({
  ...figures,
  perAcceleratorHour: Object.fromEntries(
    measures.flatMap((measure) => {
      const sum = figures[measure];
      const unit = perHour[measure];
      return sum === undefined || unit === undefined || sum.acceleratorHours === 0
        ? []
        : [[unit.name, Number(((sum.value * unit.factor) / sum.acceleratorHours).toPrecision(6))]];
    }),
  ),
});

const perHour: Readonly<
  Record<(typeof measures)[number], { readonly name: string; readonly factor: number } | undefined>
> = {
  fullMWh: undefined,
  itMWh: { name: "itKWh", factor: 1_000 },
  facilityMWh: { name: "facilityKWh", factor: 1_000 },
  waterM3: { name: "waterLitres", factor: 1_000 },
  locationTonnes: { name: "locationGrams", factor: 1_000_000 },
  marketTonnes: { name: "marketGrams", factor: 1_000_000 },
};
