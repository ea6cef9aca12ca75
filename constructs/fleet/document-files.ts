import { readFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { TextDecoder } from "node:util";
import { globSync } from "tinyglobby";
import { type Document, LineCounter, parseAllDocuments } from "yaml";
import { type Finding, type Origin, show } from "../model";
import { type ReadDocument, readEnvelope } from "./document-envelope";
import { type Problem, yamlProblems } from "./yaml-problems";

export type { ReadDocument } from "./document-envelope";

interface Read {
  readonly documents: readonly ReadDocument[];
  readonly problems: readonly Finding[];
}

/** Reads every YAML document that the patterns match, in order of file name. What cannot be read becomes a finding with its place. */
export function readDocumentFiles(patterns: unknown): { documents: ReadDocument[]; problems: Finding[] } {
  const { files, problems } = filesOf(patterns);
  const read = files.map(readFile);
  return {
    documents: read.flatMap((each) => each.documents),
    problems: [...problems, ...read.flatMap((each) => each.problems)],
  };
}

/** The files that patterns match. A program without types may pass anything; each pattern that names no file is reported. */
function filesOf(patterns: unknown): { files: string[]; problems: Finding[] } {
  const wanted: readonly unknown[] = Array.isArray(patterns) && patterns.length > 0 ? patterns : [patterns];
  const texts = wanted.filter((each) => typeof each === "string" && each !== "").map(String);
  const included = texts.filter((each) => !each.startsWith("!"));
  const unusable = wanted
    .filter((each) => typeof each !== "string" || each === "")
    .map((each) => `must be file names or globs, such as "sites/*.yaml"; got ${show(each)}`);
  const unmatched = included
    .filter((each) => globSync([each], { absolute: true }).length === 0)
    .map((each) => `no file matches ${show(each)} in ${basename(resolve())}/`);
  return {
    files: included.length === 0 ? [] : globSync(texts, { absolute: true }).sort(),
    problems: [...unusable, ...unmatched].map((message) => ({
      rule: "YAML",
      severity: "error",
      path: "documents",
      message,
    })),
  };
}

function readFile(path: string): Read {
  const file = relative(resolve(), path).replaceAll("\\", "/");
  const lines = new LineCounter();
  const at = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problemAt = ({ offset, message, hint }: Problem): Finding => ({
    rule: "YAML",
    severity: "error",
    path: file,
    message,
    origin: at(offset),
    ...(hint === undefined ? {} : { hint }),
  });
  const { text, unreadable } = readText(path);
  if (text === undefined) return { documents: [], problems: [problemAt({ offset: 0, ...unreadable })] };
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  if (!Array.isArray(parsed))
    return { documents: [], problems: [problemAt({ offset: 0, message: "holds no document" })] };
  const read = parsed.map((document) => readDocument(document, text, at));
  return {
    documents: read.flatMap((each) => each.document ?? []),
    problems: read.flatMap((each) => each.problems.map(problemAt)),
  };
}

function readDocument(
  document: Document.Parsed,
  text: string,
  at: (offset: number) => Origin,
): { document?: ReadDocument; problems: readonly Problem[] } {
  const problems = yamlProblems(document, text, (offset) => at(offset).line);
  if (problems.length > 0 || document.contents === null) return { problems };
  const value = toValue(document);
  if ("failure" in value) return { problems: [{ offset: document.range[0], message: value.failure }] };
  return value.value === null ? { problems } : readEnvelope(value.value, document.contents, at);
}

/** Too many aliases of aliases show only when the value is made. */
function toValue(document: Document.Parsed): { value: unknown } | { failure: string } {
  try {
    return { value: document.toJS() };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

interface Unreadable {
  readonly message: string;
  readonly hint?: string;
}

function readText(path: string): { text: string; unreadable?: never } | { text?: never; unreadable: Unreadable } {
  try {
    const bytes = readFileSync(path);
    const mark = bytes.subarray(0, 2).toString("hex");
    const hint = "save it as UTF-8";
    if (mark === "fffe" || mark === "feff") return { unreadable: { message: "is UTF-16; must be UTF-8", hint } };
    if (bytes.includes(0))
      return { unreadable: { message: "is no text: it holds a zero byte; must be YAML in UTF-8" } };
    try {
      return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    } catch {
      return { unreadable: { message: "holds bytes that are not UTF-8", hint } };
    }
  } catch (error) {
    return { unreadable: { message: `cannot be read: ${error instanceof Error ? error.message : String(error)}` } };
  }
}
