import type { Machine, TpuGeneration } from "./types";

/** What a topology makes of a machine type: one slice. */
export interface ResolvedTopology {
  readonly chips: number;
  /** Machines in the slice; as nodes of one node pool where there are several. */
  readonly hosts: number;
  readonly multiHost: boolean;
}

/**
 * Slices of two dimensions (v5e, v6e) by the chips of one machine.
 * Source: GKE documentation, plan TPUs in GKE. `2x4` on 4-chip machines exists in GKE only.
 */
const planar: Readonly<Record<number, readonly string[]>> = {
  1: ["1x1"],
  4: ["2x2", "2x4", "4x4", "4x8", "8x8", "8x16", "16x16"],
  8: ["2x4"],
};

/** Most chips of a slice. Source: Cloud TPU documentation; v5p's pod is larger (8,960 chips) than its largest slice. */
const largestSlice: Readonly<Partial<Record<TpuGeneration, number>>> = { v4: 4096, v5p: 6144, tpu7x: 9216 };

/** Three-dimensional slices smaller than one 4x4x4 cube. */
const belowOneCube = ["2x2x1", "2x2x2", "2x2x4", "2x4x4"];

/** One topology a chip count, by chip count. Source: xpk system_characteristics.py, default topologies of v5p and tpu7x. */
const canonical = [
  ...belowOneCube,
  ..."4x4x4 4x4x8 4x4x12 4x8x8 4x4x20 4x8x12 4x4x28 8x8x8 4x12x12 4x8x20 4x4x44 8x8x12 4x4x52 4x8x28".split(" "),
  ..."4x12x20 8x8x16 4x4x68 8x12x12 4x4x76 8x8x20 4x12x28 4x8x44 4x4x92 8x12x16 4x20x20 4x8x52 12x12x12".split(" "),
  ..."8x8x28 4x4x116 8x12x20 4x4x124 8x16x16 4x12x44 4x8x68 4x20x28 12x12x16 4x4x148 4x8x76 4x12x52".split(" "),
  ..."8x16x20 4x4x164 8x12x28 4x4x172 8x8x44 12x12x20 4x8x92 4x4x188 12x16x16 4x28x28 8x20x20 4x12x68".split(" "),
  ..."8x8x52 4x4x212 12x12x24 4x20x44 8x16x28 4x12x76 4x8x116 4x4x236 12x16x20 4x4x244 4x8x124 12x12x28".split(" "),
  ..."16x16x16 4x20x52 8x12x44 8x8x68 4x12x92 8x20x28 12x16x24 4x8x148 12x20x20 8x8x76 4x28x44 8x12x52".split(" "),
  ..."16x16x20 12x12x36 4x8x164 12x16x28 4x20x68 4x8x172 4x12x116 8x16x44 12x20x24 4x28x52 8x8x92".split(" "),
  ..."4x12x124 4x8x188 4x20x76 16x16x24".split(" "),
];

/** The default topologies of v4 in xpk, and the whole pod. */
const canonicalV4 = [...belowOneCube, ..."4x4x4 4x4x8 4x8x8 8x8x8 8x8x12 8x8x16 8x16x16 16x16x16".split(" ")];

const canonicalTpu7x = [...canonical, "12x24x24", "16x16x32", "16x20x28", "16x24x24"];

/** The sides of a topology, `4x4x8` to `[4, 4, 8]`; nothing where the text is not two or three whole numbers. */
export function parseTopology(text: string): number[] | undefined {
  return /^[1-9]\d{0,3}(x[1-9]\d{0,3}){1,2}$/.test(text) ? text.split("x").map(Number) : undefined;
}

/**
 * The slice that a topology makes of a TPU machine type; nothing where the machine has no TPUs, or its generation
 * no such slice.
 *
 * v5e and v6e have the seven planar slices. v4, v5p and tpu7x have four slices below a cube of 64 chips and then
 * every AxBxC of multiples of 4 from 4 to 256, up to the generation's largest slice; the sides ascend, except on v4.
 *
 * @example
 * resolveTopology(googleMachines["ct5p-hightpu-4t"], "4x4x8") // { chips: 128, hosts: 32, multiHost: true }
 */
export function resolveTopology(machine: Machine, topology: string): ResolvedTopology | undefined {
  const sides = parseTopology(topology);
  if (machine.tpu === undefined || sides === undefined) return undefined;
  const chipsPerMachine = machine.accelerators.value;
  if (!exists(machine.tpu.generation, chipsPerMachine, topology, sides)) return undefined;
  const chips = product(sides);
  const hosts = chips / chipsPerMachine;
  return { chips, hosts, multiHost: hosts > 1 };
}

/** The usual topologies of a TPU machine type, smallest first, for messages and choice; rules allow more in 3-D. */
export function topologiesOf(machine: Machine): readonly string[] {
  if (machine.tpu === undefined) return [];
  const { generation } = machine.tpu;
  const chipsPerMachine = machine.accelerators.value;
  if (largestSlice[generation] === undefined) return planar[chipsPerMachine] ?? [];
  if (chipsPerMachine === 1) return ["1x1x1"];
  if (chipsPerMachine !== 4) return [];
  if (generation === "v4") return canonicalV4;
  return generation === "tpu7x" ? canonicalTpu7x : canonical;
}

function exists(generation: TpuGeneration, chipsPerMachine: number, topology: string, sides: number[]): boolean {
  const limit = largestSlice[generation];
  if (limit === undefined) return planar[chipsPerMachine]?.includes(topology) ?? false;
  if (chipsPerMachine === 1) return topology === "1x1x1";
  if (chipsPerMachine !== 4) return false;
  return belowOneCube.includes(topology) || isCubes(sides, generation !== "v4", limit);
}

/** Whether three sides are whole 4x4x4 cubes within the limit of chips. */
function isCubes(sides: number[], ascending: boolean, limit: number): boolean {
  return (
    sides.length === 3 &&
    sides.every((side) => side % 4 === 0 && side <= 256) &&
    (!ascending || sides.every((side, index) => index === 0 || side >= (sides[index - 1] ?? 0))) &&
    product(sides) <= limit
  );
}

const product = (sides: readonly number[]): number => sides.reduce((all, side) => all * side, 1);

/** What the number in a product name counts: TensorCores, two a chip, or chips. */
const countedPerChip: ReadonlyMap<string, number> = new Map([
  ["v4", 2],
  ["v5p", 2],
  ["tpu7x", 2],
  ["v5litepod", 1],
  ["v5e", 1],
  ["v6e", 1],
]);

/**
 * Chips of a slice by its product name, whatever the name counts: `v4-N`, `v5p-N` and `tpu7x-N` count TensorCores,
 * two a chip; `v5litepod-N`, `v5e-N` and `v6e-N` count chips. Nothing where the name is not one of these.
 *
 * @example
 * chipsOfProductName("v5p-128") // 64
 */
export function chipsOfProductName(name: string): number | undefined {
  const [, family = "", count] = /^([a-z0-9]+)-([1-9]\d{0,5})$/.exec(name) ?? [];
  const perChip = countedPerChip.get(family);
  if (perChip === undefined) return undefined;
  const chips = Number(count) / perChip;
  return Number.isInteger(chips) ? chips : undefined;
}
