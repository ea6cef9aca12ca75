import type { Figure } from "../model/basis";
import { toFigure } from "./figure";
import type { Accelerator, Machine, Offer } from "./types";

/** A catalogue entry without what its place in the catalogue already says: the offer and, as its key, the type. */
export type CatalogRow = Omit<Machine, "type" | "offer">;

/**
 * A catalogue of one offer. The keys are the product names and stay literal types, so that
 * `keyof typeof catalogue` is what an editor completes; every value is a `Machine`.
 */
export function defineCatalog<K extends string>(
  offer: Offer,
  rows: Readonly<Record<K, CatalogRow>>,
): Readonly<Record<K, Machine>>;
export function defineCatalog(
  offer: Offer,
  rows: Readonly<Record<string, CatalogRow>>,
): Readonly<Record<string, Machine>> {
  return Object.fromEntries(Object.entries(rows).map(([type, row]) => [type, { type, offer, ...row }]));
}

/** The fields of a machine that hold a figure and may be left out. */
const optionalFigures = [
  "vcpus",
  "memoryGiB",
  "maxPowerKW",
  "localStorageGB",
  "rackUnits",
  "weightKg",
  "liquidShare",
] as const;
type OptionalFigure = (typeof optionalFigures)[number];

/**
 * A machine in the words of who defines it. A figure is a plain number, which counts as an assumption of
 * the program, or a `Figure` with its own basis and source.
 */
export interface MachineSpec
  extends Omit<Machine, OptionalFigure | "accelerator" | "accelerators" | "hosts" | "architecture"> {
  /** The chip: its name where the catalogue has it, or a whole `Accelerator` where it is newer too. */
  readonly accelerator: string | Accelerator;
  /** Accelerators (chips) in one machine, over all its hosts. */
  readonly accelerators: number | Figure;
  /**
   * Operating-system instances in one machine.
   * @default 1
   */
  readonly hosts?: number;
  /** @default "x86_64" */
  readonly architecture?: Machine["architecture"];
  /** @default - unknown */
  readonly vcpus?: number | Figure;
  /** @default - unknown */
  readonly memoryGiB?: number | Figure;
  /**
   * The most power one machine draws, in kW, without cooling.
   * @default - unknown; power rules then ask for it
   */
  readonly maxPowerKW?: number | Figure;
  /**
   * Local NVMe, in GB.
   * @default - unknown
   */
  readonly localStorageGB?: number | Figure;
  /**
   * Height in rack units.
   * @default - none: a cloud machine, or a machine that is a whole rack
   */
  readonly rackUnits?: number | Figure;
  /** @default - unknown */
  readonly weightKg?: number | Figure;
  /**
   * Share of the heat that liquid takes, 0 to 1.
   * @default - unknown
   */
  readonly liquidShare?: number | Figure;
}

/** A machine that a program defined, not the catalogue. It fits where machines of its offer fit, and nowhere else. */
export interface DefinedMachine<O extends Offer = Offer> extends Machine {
  readonly offer: O;
  readonly defined: true;
}

/**
 * Defines a machine that is newer than the catalogue, or one that exists only in one's own racks.
 *
 * Nothing is checked here: the rules check the fleet that uses the machine, and report every problem at once.
 *
 * @example
 * defineMachine({ type: "trn9.48xlarge", offer: "aws", accelerator: "Trainium2", accelerators: 16, maxPowerKW: 30 })
 */
export function defineMachine<O extends Offer>(spec: MachineSpec & { readonly offer: O }): DefinedMachine<O> {
  const { accelerator, accelerators, hosts = 1, architecture = "x86_64", ...given } = { ...spec };
  const { vcpus, memoryGiB, maxPowerKW, localStorageGB, rackUnits, weightKg, liquidShare, ...rest } = given;
  return {
    ...rest,
    ...(typeof accelerator === "object" && accelerator !== null
      ? { accelerator: accelerator.name, newAccelerator: accelerator }
      : { accelerator }),
    accelerators: toFigure(accelerators, source),
    hosts,
    architecture,
    ...figuresOf({ vcpus, memoryGiB, maxPowerKW, localStorageGB, rackUnits, weightKg, liquidShare }),
    offer: spec?.offer,
    defined: true,
  };
}

const source = "defineMachine";

function figuresOf(given: Pick<MachineSpec, OptionalFigure>): Partial<Record<OptionalFigure, Figure>> {
  const figures: Partial<Record<OptionalFigure, Figure>> = {};
  for (const name of optionalFigures) {
    const value = given[name];
    if (value !== undefined) figures[name] = toFigure(value, source);
  }
  return figures;
}
