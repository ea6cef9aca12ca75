import type { Basis, Figure } from "../model/basis";
import { resolveTopology } from "./tpu-topologies";
import type { Machine } from "./types";

/** What of a pool decides its size, whichever tenure it has. */
export interface SizedPool {
  readonly machine: string;
  readonly count?: number | undefined;
  readonly topology?: string | undefined;
  readonly slices?: number | undefined;
  readonly machinePowerKW?: Figure | undefined;
}

/** A pool counted out. */
export interface PoolSize {
  readonly machines: number;
  readonly hosts: number;
  readonly accelerators: number;
  /** TPU slices; machines of one slice. */
  readonly slices?: {
    readonly count: number;
    readonly hostsEach: number;
    readonly chipsEach: number;
    readonly multiHost: boolean;
  };
  /** Most power of all machines, in MW; undefined when nobody says what one draws. */
  readonly powerMW?: { readonly value: number; readonly basis: Basis };
}

/** Counts machines, hosts, chips and power of a pool; `undefined` when its topology does not exist or no count is given. */
export function sizePool(pool: SizedPool, machine: Machine): PoolSize | undefined {
  const slices = slicesOf(pool, machine);
  const machines = slices === undefined ? pool.count : slices.count * slices.hostsEach;
  if (machines === undefined) return undefined;
  const power = pool.machinePowerKW ?? machine.maxPowerKW;
  return {
    machines,
    hosts: machines * machine.hosts,
    accelerators: machines * machine.accelerators.value,
    ...(slices === undefined ? {} : { slices }),
    ...(power === undefined
      ? {}
      : { powerMW: { value: Number(((machines * power.value) / 1000).toPrecision(12)), basis: power.basis } }),
  };
}

function slicesOf(pool: SizedPool, machine: Machine): PoolSize["slices"] {
  if (pool.topology === undefined) return undefined;
  const shape = resolveTopology(machine, pool.topology);
  if (shape === undefined) return undefined;
  return { count: pool.slices ?? 1, hostsEach: shape.hosts, chipsEach: shape.chips, multiHost: shape.multiHost };
}
