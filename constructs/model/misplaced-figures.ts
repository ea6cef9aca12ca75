import type { z } from "zod";
import { child, type RawPath } from "./path";
import { formatQuantity, isQuantity } from "./quantity";
import { isMoney, show, showMoney } from "./show";
import { allowedFields } from "./wording";

/** What is wrong with the whole of a figure: one mistake, and many issues. */
export interface MisplacedFigure {
  readonly path: RawPath;
  readonly message: string;
  readonly hint?: string;
}

/**
 * Places where a figure is wanted and a quantity or an amount stands bare, of which nobody has said the basis, or a figure of
 * another kind: a duration for a power, a power for a plain number.
 */
export function misplacedFigures(raw: unknown, issues: readonly z.core.$ZodIssue[]): MisplacedFigure[] {
  const paths = new Map(issues.map(ownerOf).map((path) => [path.map(String).join("\0"), path]));
  return [...paths.values()].flatMap((path) => {
    const value = path.reduce(child, raw);
    const given = givenAt(value);
    const own = issues.filter((issue) => samePath(ownerOf(issue), path));
    if (given === undefined) return [];
    const isBare = given.bare !== undefined && own.some((issue) => issue.path.at(-1) === "basis") && saysNothing(value);
    const wanted = wantedBy(own) ?? (isBare ? given.kind : undefined);
    if (wanted === undefined) return [];
    if (given.kind !== wanted) return [{ path, message: `must be ${wants(wanted, path)}; got ${given.shown}` }];
    return isBare ? [{ path, ...bare(given.bare) }] : [];
  });
}

type Kind = "power" | "money" | "number" | "other";

/** The object whose field is missing, wrong or unknown. */
export const ownerOf = (issue: z.core.$ZodIssue): RawPath =>
  issue.code === "unrecognized_keys" ? issue.path : issue.path.slice(0, -1);

export const samePath = (a: RawPath, b: RawPath): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

/** Which figure a schema wanted, from the fields it allows: those of another kind of figure are unknown to it. */
function wantedBy(issues: readonly z.core.$ZodIssue[]): Kind | undefined {
  const fields = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? allowedFields(issue.message) : []));
  if (!fields.includes("basis")) return undefined;
  if (fields.includes("valueMW")) return "power";
  if (fields.includes("amount")) return "money";
  return fields.includes("value") ? "number" : undefined;
}

const saysNothing = (value: unknown): boolean =>
  child(value, "basis") === undefined && child(value, "source") === undefined;

interface Given {
  readonly kind: Kind;
  readonly shown: string;
  /** The quantity, the amount or the number itself, where nothing is said of it. */
  readonly bare?: string;
}

function givenAt(value: unknown): Given | undefined {
  const of = child(value, "of") ?? value;
  if (isQuantity(of)) {
    const power = of.dimension === "power" || of.dimension === undefined;
    return { kind: power ? "power" : "other", shown: show(of), bare: formatQuantity(of) };
  }
  if (isMoney(of)) return { kind: "money", shown: show(of), bare: showMoney(of) };
  if (child(of, "valueMW") !== undefined) return { kind: "power", shown: "a power figure in MW" };
  const number = typeof of === "object" ? child(of, "value") : of;
  // A program that says something of a number says its bound too; a document without one has the wrong name of a field.
  if (number === undefined || (child(value, "bound") === undefined && child(of, "basis") !== undefined))
    return undefined;
  return {
    kind: "number",
    shown: typeof number === "number" ? `the plain number ${number}` : show(number),
    bare: String(number),
  };
}

const bare = (shown: string) => ({
  message: `must say where the figure comes from, its basis and source; got the bare ${shown}`,
  hint: "write measured(...), contracted(...), vendorStated(...), reported(...) or assumed(...) around it",
});

function wants(kind: Kind, path: RawPath): string {
  if (kind === "power") return "a power, as megawatts(20) gives";
  if (kind === "money") return "money, as usd(1_500_000) gives";
  const unit = /(KW|GiB|GB|Kg)$/.exec(String(path.at(-1)))?.[0];
  const of = unit === undefined ? "" : ` of ${unit.replace("K", "k")}`;
  return `a plain number${of} with basis and source, as assumed(${unit === undefined ? "1.2" : "10"}) gives`;
}
