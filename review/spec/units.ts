import { groupThousands } from "../../constructs/model";

/** How names of fields end, and the unit that they say; longer endings first. */
const endings: readonly (readonly [ending: string, unit: string])[] = [
  ["KgPerM2", "kg/m²"],
  ["PerKWMonth", ""],
  ["PerMWh", ""],
  ["MWh", "MWh"],
  ["MW", "MW"],
  ["KW", "kW"],
  ["kW", "kW"],
  ["KVA", "kVA"],
  ["KV", "kV"],
  ["Gbps", "Gbit/s"],
  ["MiBps", "MiB/s"],
  ["MBps", "MB/s"],
  ["GiB", "GiB"],
  ["TiB", "TiB"],
  ["GB", "GB"],
  ["LMin", "l/min"],
  ["Kg", "kg"],
  ["Mm", "mm"],
  ["BulbC", "°C"],
  ["SupplyC", "°C"],
  ["riseK", "K"],
  ["RiseK", "K"],
  ["PerYear", "hours a year"],
  ["Percent", "%"],
  ["Seconds", "seconds"],
  ["Minutes", "minutes"],
  ["Hours", "hours"],
  ["Days", "days"],
  ["Weeks", "weeks"],
  ["Months", "months"],
  ["V", "V"],
  ["A", "A"],
  ["M", "m"],
];

/** Fields whose whole name is a unit. */
const whole: Readonly<Record<string, string>> = {
  percent: "%",
  days: "days",
  hours: "hours",
  weeks: "weeks",
  months: "months",
  gbps: "Gbit/s",
  riseK: "K",
};

/** The unit of what a field holds, by its name; none where it counts. */
export function unitOf(field: string): string {
  const named = whole[field];
  if (named !== undefined) return named;
  const found = endings.find(
    ([ending]) => field.endsWith(ending) && /[a-z0-9]$/.test(field.slice(0, field.length - ending.length)),
  );
  return found?.[1] ?? "";
}

/** Fields whose numbers are names, and not amounts: a comma within them would not be read. */
const NUMBERED = /^(asn|first|last|fromPosition|toPosition|fiscalYearStart|protectionClass|mtu)$/;

/** `1,030`, `240 MW`, `1 day`: a number of a field, exact. */
export function numberText(value: number, field: string): string {
  const number = NUMBERED.test(field) ? String(value) : groupThousands(value);
  return withUnit(number, unitOf(field), Math.abs(value) === 1);
}

/** A number with its unit; words are in the singular where there is one of them. */
export function withUnit(number: string, unit: string, isOne: boolean): string {
  if (unit === "") return number;
  return `${number} ${isOne && /^(seconds|minutes|hours|days|weeks|months)$/.test(unit) ? unit.slice(0, -1) : unit}`;
}

/** `+40 MW`, `-1 day`: a difference, without the dust of binary fractions. */
export function differenceText(difference: number, unit: string): string {
  const clean = Number(difference.toPrecision(12));
  const sign = clean < 0 ? "-" : "+";
  return withUnit(`${sign}${groupThousands(Math.abs(clean))}`, unit, Math.abs(clean) === 1);
}
