import type { z } from "zod";
import type { Finding } from "./finding";
import { API_VERSION, FleetDocument } from "./fleet";
import { explain } from "./issues";
import { child, keyedPath, type RawPath } from "./path";
import { standInFor } from "./stand-ins";
import { wording } from "./wording";

/** A fleet as far as its form is right, and what is wrong with the rest. */
export interface Reading {
  /** The longest part of the fleet whose form is right: what is wrong is left out, so that the rules still see the rest. */
  readonly document: FleetDocument;
  readonly findings: readonly Finding[];
  /** What was left out, as paths. A rule must not report the absence of what stands here. */
  readonly omitted: readonly string[];
}

/**
 * Checks the form of a fleet. All that is wrong is reported in one go; what is wrong is then left out, smallest part first,
 * until the remainder is a fleet, so that one mistyped date does not hide that a cluster exceeds its site's power.
 */
export function readFleet(raw: unknown): Reading {
  let remainder = copy(raw);
  let result = FleetDocument.safeParse(remainder, { reportInput: true, error: wording });
  const findings = result.success ? [] : explain(remainder, result.error.issues);
  const omitted: string[] = [];
  const stoodIn = new Set<string>();
  // Each round removes at least one node of a finite tree, down to the empty fleet in the worst case, or puts a stand-in where
  // none was before.
  while (!result.success) {
    const before = remainder;
    const missing = result.error.issues.filter((issue) => isReplaceable(before, issue, stoodIn));
    for (const { path } of missing) stoodIn.add(path.map(String).join("\0"));
    const others = result.error.issues.filter((issue) => !missing.includes(issue));
    const doomed = others.flatMap((issue) => doomedBy(before, issue));
    for (const path of [...missing.map((issue) => issue.path), ...doomed]) omitted.push(keyedPath(before, path));
    const whole = missing.reduce<unknown>((tree, { path }) => withStandIn(tree, path), before);
    remainder = doomed.some((path) => path.length <= 1) ? emptyFleet(whole) : without(whole, doomed);
    result = FleetDocument.safeParse(remainder, { reportInput: true, error: wording });
  }
  return { document: result.data, findings, omitted };
}

/** Whether an issue is about a field that is not there and for which something can stand, once. */
function isReplaceable(root: unknown, issue: z.core.$ZodIssue, stoodIn: ReadonlySet<string>): boolean {
  const parent = issue.path.slice(0, -1).reduce(child, root);
  if (issue.code === "unrecognized_keys" || standInFor(issue.path.at(-1), parent) === undefined) return false;
  return !exists(root, issue.path) && !stoodIn.has(issue.path.map(String).join("\0"));
}

function withStandIn(value: unknown, path: RawPath): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== "object" || value === null) return value;
  const next = rest.length === 0 ? standInFor(step, value) : withStandIn(child(value, step), rest);
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? next : item));
  return { ...value, [step]: next };
}

/** Paths to remove for one issue: the unknown keys themselves, the offending value, or its parent when the value is missing. */
function doomedBy(root: unknown, issue: z.core.$ZodIssue): RawPath[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key]);
  return [exists(root, issue.path) ? issue.path : issue.path.slice(0, -1)];
}

function exists(root: unknown, path: RawPath): boolean {
  const parent = path.slice(0, -1).reduce(child, root);
  const last = path.at(-1);
  return last === undefined || (typeof parent === "object" && parent !== null && Object.hasOwn(parent, last));
}

function without(value: unknown, doomed: readonly RawPath[]): unknown {
  if (typeof value !== "object" || value === null || doomed.length === 0) return value;
  const below = (step: PropertyKey) => doomed.filter((path) => path[0] === step).map((path) => path.slice(1));
  const keeps = (step: PropertyKey) => !below(step).some((path) => path.length === 0);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => (keeps(index) ? [without(item, below(index))] : []));
  }
  const kept = Object.entries(value).filter(([key]) => keeps(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, without(item, below(key))]));
}

/** The envelope repaired, and the spec kept when the trouble lay in the envelope alone. */
function emptyFleet(raw: unknown): unknown {
  const spec = child(raw, "spec");
  const name = child(child(raw, "metadata"), "name");
  const usable = FleetDocument.shape.metadata.shape.name.safeParse(name).success;
  const broken = FleetDocument.safeParse(raw).error?.issues.some(
    (issue) => issue.path.length === 1 && issue.path[0] === "spec",
  );
  return {
    apiVersion: API_VERSION,
    kind: "Fleet",
    metadata: { name: usable ? name : "unnamed" },
    spec: broken === true || typeof spec !== "object" ? {} : spec,
  };
}

/** A copy of plain data; anything else is kept as it is, for the schema to refuse. What contains itself becomes a text there. */
function copy(value: unknown, within: readonly unknown[] = []): unknown {
  if (within.includes(value)) return "the object that it stands in";
  const inside = [...within, value];
  if (Array.isArray(value)) return value.map((item) => copy(item, inside));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, copy(item, inside)]),
  );
}
