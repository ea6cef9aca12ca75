import { groupThousands } from "./totals";

/** A unit as it ends the name of a field, as messages say it, and how many of its dimension's least unit here it is. */
interface Unit {
  readonly ending: string;
  readonly dimension: string;
  readonly said: string;
  readonly size: number;
}

const unit = (dimension: string, ending: string, size: number, said = ending): Unit => ({
  ending,
  dimension,
  said,
  size,
});

const units: readonly Unit[] = [
  unit("power", "Watts", 1, "W"),
  unit("power", "W", 1),
  unit("power", "kW", 1e3),
  unit("power", "KW", 1e3, "kW"),
  unit("power", "MW", 1e6),
  unit("power", "Mw", 1e6, "MW"),
  unit("power", "GW", 1e9),
  unit("rate", "Mbps", 1, "Mbit/s"),
  unit("rate", "Gbps", 1e3, "Gbit/s"),
  unit("rate", "Tbps", 1e6, "Tbit/s"),
  unit("time", "Hours", 1, "hours"),
  unit("time", "Days", 24, "days"),
  unit("time", "Weeks", 168, "weeks"),
  unit("term", "Months", 1, "months"),
  unit("term", "Years", 12, "years"),
];

/** A field's name without its unit. An ending is a unit only after a small letter or a digit: `valueKW`, not `VIEW`. */
function split(field: string): { readonly stem: string; readonly unit: Unit } | undefined {
  const found = units
    .filter(({ ending }) => field.endsWith(ending) && /[a-z0-9]$/.test(field.slice(0, -ending.length)))
    .sort((a, b) => b.ending.length - a.ending.length)[0];
  return found === undefined ? undefined : { stem: field.slice(0, -found.ending.length).toLowerCase(), unit: found };
}

/** The field that one of another unit stands for, and what to write there. */
export interface OtherUnit {
  readonly field: string;
  readonly hint: string;
}

/**
 * What to say of an unknown field whose name says the right thing in another unit: `valueKW: 4000` beside a free `valueMW`.
 * The field meant has the same name before its unit, or is the only one that holds the same in another unit.
 */
export function inOtherUnit(key: string, value: unknown, free: readonly string[]): OtherUnit | undefined {
  const given = split(key);
  if (given === undefined) return undefined;
  const fields = free.flatMap((field) => {
    const known = split(field);
    const other = known?.unit.dimension === given.unit.dimension && known.unit.said !== given.unit.said;
    return other ? [{ field, ...known }] : [];
  });
  const meant = fields.find(({ stem }) => stem === given.stem) ?? (fields.length === 1 ? fields[0] : undefined);
  if (meant === undefined) return undefined;
  const start = `${given.unit.dimension} is written in ${meant.unit.said}`;
  if (typeof value !== "number" || !Number.isFinite(value))
    return { field: meant.field, hint: `${start}, as ${meant.field}` };
  const converted = Number(((value * given.unit.size) / meant.unit.size).toPrecision(12));
  const amount = `${groupThousands(value)} ${given.unit.said} ${value === 1 ? "is" : "are"}`;
  return { field: meant.field, hint: `${start}: ${amount} ${meant.field}: ${converted}` };
}

/** What to say of an unknown field with a unit of power where no field of another unit is meant. */
export const unitOfPower = (key: string): string | undefined =>
  split(key)?.unit.dimension === "power"
    ? "power figures are written in MW, as valueMW; machine powers in kW"
    : undefined;
