import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { child, type Finding, keyOf, type Origin, show } from "../model";
import type { Allocation } from "../model/allocation";
import { allocationText } from "./allocation-text";
import { meaningOf } from "./output-checks";

/**
 * What planning has decided for each site, `locks/<fleet>/<site>.allocation.yaml` in the folder of cdktf.json. Synthesis reads it,
 * appends to it, and puts it back once the output it belongs to is in place.
 */
export interface CommittedAllocation {
  readonly site: string;
  readonly file: string;
  /** The `spec` as it was read, unchecked: what stands for `allocation` in the record of the site. Absent: there is no file. */
  readonly allocation?: unknown;
  /** Why it cannot be read. */
  readonly problems: readonly Finding[];
  /** Where a path below the allocation, such as `placements.p1.machine`, is written. */
  locate(path: string): Origin | undefined;
}

/** The rule that speaks of the file itself. */
const RULE = "ALLOC-6";

export const allocationReadable = {
  id: RULE,
  title: "the committed allocation of a site can be read, and written",
  severity: "error",
  source: "locks/<fleet>/<site>.allocation.yaml: without it what exists would be renumbered",
} as const;

export const allocationFile = (fleet: string, site: string): string => join("locks", fleet, `${site}.allocation.yaml`);

const finding = (site: string, message: string, more: Partial<Finding> = {}): Finding => ({
  rule: RULE,
  severity: "error",
  path: `sites.${site}.allocation`,
  message,
  hint: "restore the file from version control: it says which name and address belongs to what",
  ...more,
});

/** Reads what was committed for a site. */
export function readAllocation(fleet: string, site: string): CommittedAllocation {
  const file = allocationFile(fleet, site);
  const none = { site, file, locate: () => undefined };
  if (!existsSync(file)) return { ...none, problems: [] };
  const text = textOf(file);
  const lines = new LineCounter();
  const at = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file: file.replaceAll("\\", "/"), line, column: col };
  };
  const document = parseDocument(text ?? "", { lineCounter: lines });
  const wrong = (offset: number, message: string) => ({
    ...none,
    problems: [finding(site, message, { origin: at(offset) })],
  });
  if (text === undefined) return wrong(0, "is not a file that one may read");
  const conflict = /^(<{7}|={7}|>{7})/m.exec(text);
  if (conflict !== null)
    return wrong(
      conflict.index,
      "holds a merge that was not finished: keep one side whole, take the markers out, and synthesize again",
    );
  const [error] = document.errors;
  if (error !== undefined) return wrong(error.pos[0], error.message);
  const value: unknown = document.toJS();
  const [kind, name, spec] = [child(value, "kind"), child(child(value, "metadata"), "name"), child(value, "spec")];
  if (kind !== "Allocation") return wrong(0, `must be a document of the kind "Allocation"; got ${show(kind)}`);
  if (name !== site) return wrong(0, `must be the allocation of ${show(site)}; got ${show(name)}`);
  if (typeof spec !== "object" || spec === null) return wrong(0, `must have a spec; got ${show(spec)}`);
  const root = document.get("spec", true);
  return { site, file, allocation: spec, problems: [], locate: (path) => at(offsetOf(root, path)) };
}

/** The text of a file; undefined where it is none, or may not be read. */
function textOf(file: string): string | undefined {
  try {
    return statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

/** The offset of the deepest node on a path; lines of a list are found by their id or by their place. */
function offsetOf(root: unknown, path: string): number {
  let node: unknown = root;
  let offset = rangeOf(root) ?? 0;
  for (const step of path.split(/[.[\]]+/).filter((each) => each !== "")) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((each) => isPair(each) && isScalar(each.key) && String(each.key.value) === step);
      offset = rangeOf(pair?.key) ?? offset;
      next = pair?.value;
    } else if (isSeq(node)) {
      next = node.items.find((item, index) => (isMap(item) && keyOf(item.toJSON()) === step) || String(index) === step);
      offset = rangeOf(next) ?? offset;
    }
    if (next === undefined || next === null) return offset;
    node = next;
  }
  return offset;
}

const rangeOf = (node: unknown): number | undefined =>
  isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;

/** Allocations that lie beside their places until what they belong to is in place too. */
export interface StagedAllocations {
  /** Their files, relative to the folder of cdktf.json. */
  readonly files: readonly string[];
  /** Puts them in their places. */
  keep(): void;
  /** Takes them away. */
  discard(): void;
}

/** An allocation could not be written. */
export class AllocationRefused extends Error {
  constructor(
    readonly finding: Finding,
    options: ErrorOptions,
  ) {
    super(finding.message, options);
  }
}

/**
 * Writes what planning has decided beside its place. Nothing is written where there is no project, where the output goes elsewhere,
 * or where nothing has been decided; a file with the same bytes is not touched.
 */
export function stageAllocations(
  fleet: string,
  planned: Iterable<readonly [site: string, allocation: Allocation]>,
  outdir: string,
): StagedAllocations {
  const staged: { file: string; beside: string }[] = [];
  const discard = () => {
    for (const { beside } of staged) rmSync(beside, { force: true });
  };
  const isProject = existsSync("cdktf.json") && !relative(process.cwd(), outdir).startsWith("..");
  for (const [site, allocation] of isProject ? planned : []) {
    const file = allocationFile(fleet, site);
    const isEmpty = Object.values(allocation).every((lines) => lines.length === 0);
    if (isEmpty && !existsSync(file)) continue;
    const text = allocationText(site, allocation);
    if (existsSync(file) && textOf(file) === text) continue;
    const beside = `${file}.new`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(beside, text);
    } catch (error) {
      discard();
      throw new AllocationRefused(notWritten(site, beside, meaningOf(error)), { cause: error });
    }
    staged.push({ file, beside });
  }
  return {
    files: staged.map(({ file }) => file),
    keep: () => {
      for (const { file, beside } of staged) renameSync(beside, file);
    },
    discard,
  };
}

const notWritten = (site: string, file: string, why: string | undefined): Finding =>
  finding(site, `cannot be written to ${file}${why === undefined ? "" : `: ${why}`}`, {
    observed: file,
    hint: "make room for it: without the file nothing says later what must not be renumbered",
  });
