import type { HallLimit, Limit, RackFit, Request, Room } from "../../../constructs/owned/layout/capacity";

/** A limit in kW, held in whole watts. */
export const kW = (name: string, label: string, most: number, positions?: ReadonlySet<string>): HallLimit => ({
  name,
  label,
  most: Math.round(most * 1000),
  unit: "kW",
  perUnit: 1000,
  ...(positions === undefined ? {} : { positions }),
});

export const units = (most: number): Limit => ({ name: "units", label: "rack units", most, unit: "U", perUnit: 1 });

/** Rows of so many positions: `r1-1`, `r1-2`, ... */
export function room(name: string, rows: number, racks: number, limits: readonly HallLimit[]): Room {
  return {
    name,
    limits,
    rows: Array.from({ length: rows }, (_, row) => ({
      name: `r${row + 1}`,
      positions: Array.from({ length: racks }, (_, place) => `r${row + 1}-${place + 1}`),
    })),
  };
}

/** A machine that draws power and heats air by as much, so many to a rack. */
export function request(key: string, machines: number, halls: readonly string[], more: Partial<Request> = {}): Request {
  const fit: RackFit = { rackType: "open", limits: [units(4)], takes: { units: 1 }, machines: 4 };
  return { key, machines, halls, fitAt: () => fit, takes: { it: 10_200, air: 10_200 }, ...more };
}
