import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseAllDocuments } from "yaml";
import { API_VERSION, child, didYouMean, type Finding, keyOf, type Origin } from "../model";

/** The kinds of documents that can be written by hand. */
export const KINDS = ["Site", "Hall", "Cluster", "Lease", "Guarantee", "Demand"] as const;
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
    return { documents: [], problems: [problem({ file: wanted.join(", "), line: 1, column: 1 }, "no file matches")] };
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
    document.errors.map((error) => problem(at(error.pos[0]), error.message)),
  );
  const documents = parsed.flatMap((document) => {
    if (document.errors.length > 0 || document.contents === null) return [];
    const envelope = readEnvelope(document.toJS(), document.contents, at);
    if ("problem" in envelope) problems.push(envelope.problem);
    return "document" in envelope ? [envelope.document] : [];
  });
  return { documents, problems };
}

type At = (offset: number) => Origin;

function readEnvelope(value: unknown, root: ParsedNode, at: At): { document: ReadDocument } | { problem: Finding } {
  const place = (key: string) => at(offsetOf(root, [key]));
  const kind = child(value, "kind");
  const apiVersion = child(value, "apiVersion");
  const name = keyOf(child(value, "metadata"));
  const spec = child(value, "spec");
  if (apiVersion !== API_VERSION)
    return { problem: problem(place("apiVersion"), `apiVersion must be ${API_VERSION}; got ${String(apiVersion)}`) };
  const known = KINDS.find((each) => each === kind);
  if (known === undefined) {
    const message = `kind must be one of ${KINDS.join(", ")}; got ${String(kind)}`;
    return { problem: problem(place("kind"), message, typeof kind === "string" ? didYouMean(kind, KINDS) : undefined) };
  }
  if (name === undefined) return { problem: problem(place("metadata"), `a ${known} needs a name in metadata.name`) };
  if (typeof spec !== "object" || spec === null || Array.isArray(spec))
    return { problem: problem(place("spec"), `spec must be an object`) };
  const locate = (path: string) => at(offsetOf(root, ["spec", ...steps(path)]));
  return { document: { kind: known, name, spec: { ...spec }, locate } };
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
