import { readFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { globSync } from "tinyglobby";
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseAllDocuments,
} from "yaml";
import { API_VERSION, child, didYouMean, type Finding, keyOf, type Origin, show } from "../model";

/** The kinds of documents that can be written by hand. */
export const KINDS = ["Site", "Hall", "Cluster", "Lease", "Guarantee", "Demand", "Interconnect"] as const;
export type Kind = (typeof KINDS)[number];

/** A document read from a file, its envelope checked. */
export interface ReadDocument {
  readonly kind: Kind;
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Where a path below `spec`, such as `pools.h100.count`, is written: the deepest part of it that is. */
  locate(path: string): Origin;
}

/** Reads every YAML document that the patterns match, in order of file name. What cannot be read becomes a finding with its place. */
export function readDocumentFiles(patterns: string | readonly string[]): {
  documents: ReadDocument[];
  problems: Finding[];
} {
  const wanted = typeof patterns === "string" ? [patterns] : [...patterns];
  const files = globSync(wanted, { absolute: true }).sort();
  if (files.length === 0) {
    const message = `no file matches ${wanted.map(show).join(", ")} in ${basename(resolve())}/`;
    return { documents: [], problems: [{ rule: "YAML", severity: "error", path: "documents", message }] };
  }
  const read = files.map(readFile);
  return { documents: read.flatMap((each) => each.documents), problems: read.flatMap((each) => each.problems) };
}

function problem(origin: Origin, message: string, hint?: string): Finding {
  return {
    rule: "YAML",
    severity: "error",
    path: origin.file,
    message,
    origin,
    ...(hint === undefined ? {} : { hint }),
  };
}

function readFile(path: string): { documents: ReadDocument[]; problems: Finding[] } {
  const file = relative(resolve(), path).replaceAll("\\", "/");
  const lines = new LineCounter();
  const at = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const parsed = parseAllDocuments(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false });
  if (!Array.isArray(parsed)) return { documents: [], problems: [problem(at(0), "holds no document")] };
  const problems = parsed.flatMap((document) =>
    [...document.errors, ...document.warnings].map((error) => problem(at(error.pos[0]), error.message)),
  );
  const documents = parsed.flatMap((document) => {
    if (document.errors.length + document.warnings.length > 0 || document.contents === null) return [];
    const value = toValue(document);
    if ("failure" in value) {
      problems.push(problem(at(document.range[0]), value.failure));
      return [];
    }
    if (value.value === null) return [];
    const envelope = readEnvelope(value.value, document.contents, at);
    if ("problem" in envelope) problems.push(envelope.problem);
    return "document" in envelope ? [envelope.document] : [];
  });
  return { documents, problems };
}

/** An alias without its anchor, or too many of them, shows only when the value is made. */
function toValue(document: Document.Parsed): { value: unknown } | { failure: string } {
  try {
    return { value: document.toJS() };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

type At = (offset: number) => Origin;

function readEnvelope(value: unknown, root: ParsedNode, at: At): { document: ReadDocument } | { problem: Finding } {
  const place = (key: string) => at(offsetOf(root, [key]));
  const kind = child(value, "kind");
  const apiVersion = child(value, "apiVersion");
  const name = child(child(value, "metadata"), "name");
  const spec = child(value, "spec");
  if (apiVersion !== API_VERSION) {
    const hint = typeof apiVersion === "string" ? didYouMean(apiVersion, [API_VERSION]) : undefined;
    return { problem: problem(place("apiVersion"), must("apiVersion", show(API_VERSION), apiVersion), hint) };
  }
  const known = KINDS.find((each) => each === kind);
  if (known === undefined) {
    const message = must("kind", `one of ${KINDS.map(show).join(", ")}`, kind);
    return { problem: problem(place("kind"), message, typeof kind === "string" ? didYouMean(kind, KINDS) : undefined) };
  }
  const unknown = unknownKey(value, ENVELOPE) ?? unknownKey(child(value, "metadata"), ["name"], "metadata.");
  if (unknown !== undefined) {
    return { problem: problem(at(offsetOf(root, unknown.key.split("."))), unknown.message, unknown.hint) };
  }
  if (typeof name !== "string" || name === "")
    return { problem: problem(place("metadata"), must("metadata.name", `the name of the ${known}`, name)) };
  if (typeof spec !== "object" || spec === null || Array.isArray(spec))
    return { problem: problem(place("spec"), must("spec", "an object", spec)) };
  if ("name" in spec) {
    const message = `the name of a ${known} stands in metadata.name; spec.name is not a field here`;
    return { problem: problem(at(offsetOf(root, ["spec", "name"])), message) };
  }
  const locate = (path: string) => at(offsetOf(root, ["spec", ...steps(path)]));
  return { document: { kind: known, name, spec: { ...spec }, locate } };
}

const ENVELOPE = ["apiVersion", "kind", "metadata", "spec"];

const must = (field: string, what: string, given: unknown): string =>
  given === undefined ? `${field} is missing; must be ${what}` : `${field} must be ${what}; got ${show(given)}`;

/** A key of an object that is none of the fields it has. */
function unknownKey(
  value: unknown,
  fields: readonly string[],
  prefix = "",
): { key: string; message: string; hint: string | undefined } | undefined {
  const found = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const key = found.find((each) => !fields.includes(each));
  if (key === undefined) return undefined;
  const message = `${prefix}${key} is not a field here; there are ${fields.join(", ")}`;
  const free = fields.filter((field) => !found.includes(field));
  return { key: `${prefix}${key}`, message, hint: didYouMean(key, free) };
}

/** `pools.h100.count` and `points[2].from` in steps. */
const steps = (path: string): string[] => path.split(/[.[\]]+/).filter((step) => step !== "");

/** The offset of the deepest node on a path; items of lists are found by their key or by their position. */
function offsetOf(root: Node, path: readonly string[]): number {
  let node: unknown = root;
  let offset = root.range?.[0] ?? 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((each) => isPair(each) && isScalar(each.key) && String(each.key.value) === step);
      if (pair !== undefined && isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      next = pair?.value;
    } else if (isSeq(node)) {
      next = node.items.find(
        (item, index) => (isMap(item) ? keyOf(item.toJSON()) : undefined) === step || String(index) === step,
      );
      if (isMap(next) || isScalar(next)) offset = next.range?.[0] ?? offset;
    }
    if (next === undefined || next === null) return offset;
    node = next;
  }
  return offset;
}
