/** A part of a fleet as a document has it. */
export type Raw = Readonly<Record<string, unknown>>;

const told = { basis: "assumed", source: "test" };
export const assumedFigure = (value: number): Raw => ({ value, ...told });
const money = (amount: string): Raw => ({ amount, currency: "USD", ...told });

const power = { valueMW: 1, meaning: "criticalIT", ...told };

/** A site with this said of its energy. */
export const withEnergy = (energy: Raw): Raw => ({
  sites: [{ name: "lab", tenure: "owned", location: { country: "US" }, power, energy }],
});

/** A demand with some of its figures changed. */
export const withDemand = ({ throughput = 1, accelerators = 10, ...more }: Readonly<Record<string, number>>): Raw => ({
  demands: [
    {
      name: "train",
      workload: "training",
      servedBy: [{ accelerator: "H100", throughput: assumedFigure(throughput) }],
      points: [{ from: "2027-01-01", accelerators }],
      ...more,
      ...told,
    },
  ],
});

interface Compared {
  readonly throughput?: number;
  readonly kW?: number;
  readonly pue?: number;
  readonly utilization?: number;
  readonly outOfService?: number;
}

/** A comparison of owning and renting with some of its figures changed. */
export const withComparison = ({
  throughput = 1,
  kW = 1.3,
  pue = 1.2,
  utilization = 0.5,
  outOfService = 0.05,
}: Compared): Raw => ({
  comparisons: [
    {
      name: "c",
      accelerators: 100,
      accelerator: "H100",
      start: "2027-01",
      months: 48,
      currency: "USD",
      discountRatePerYear: assumedFigure(0.08),
      utilization: assumedFigure(utilization),
      own: {
        hardwarePerAccelerator: money("30000"),
        hardwareLifeMonths: assumedFigure(48),
        kWPerAccelerator: assumedFigure(kW),
        averagePue: assumedFigure(pue),
        energyPerMWh: money("60"),
        outOfService: assumedFigure(outOfService),
      },
      rent: { perAcceleratorHour: money("2.5"), throughput: assumedFigure(throughput) },
    },
  ],
});

/** A price book with one rate of this amount. */
export const withRate = (amount: string): Raw => ({
  sites: [],
  priceBooks: [
    {
      name: "list",
      currency: "USD",
      ...told,
      date: "2026-11-01",
      rates: [{ id: "a", what: "staff", per: "month", amount }],
    },
  ],
});
