import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Document, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { missingPaths, protectedPaths } from "../ledger";
import { type Finding, type FleetDocument, isWithin, type Origin } from "../model";
import { meaningOf, type OutputCheck } from "./output-checks";

/**
 * The list of what Terraform must not lose, `locks/<fleet>/protected.yaml` in the folder of cdktf.json. Terraform's own guard stands
 * in the configuration and goes with it: of a cluster that is taken out of the program, it knows nothing. So synthesis keeps a list of
 * what it has protected, and a program that lacks one of these without having retired it is refused.
 */
export const protectedKept: OutputCheck = {
  id: "PROTECT-1",
  title: "nothing that is protected vanishes from the program",
  severity: "error",
  source:
    "Terraform documentation, lifecycle: prevent_destroy does not prevent the destruction of what is removed from the configuration",
};

interface Entry {
  readonly path: string;
  readonly origin: Origin;
}

const fileOf = (fleet: FleetDocument): string => join("locks", fleet.metadata.name, "protected.yaml");

const HEADER = ` What Terraform must not lose, by path. Synthesis keeps this list; commit it with the program. A program that lacks a
 path of it fails its checks: retire the part first, deploy, and take it out then.`;

const partLost = {
  message:
    "is protected and no longer in the program: the next deploy would destroy it or, where its stack is gone too, forget it",
  hint: "if it was renamed, give it its old name; if it is to go, put it back with retired: true (one of a cluster that is spread by its number, retired: [3]; a site with retire()), deploy, and then take it out; if it is gone already, delete this line",
};

/** A pool is listed for what was reserved or bought for it: with another contract it may well still be there. */
const capacityLost = {
  message: "is protected for the capacity that Terraform reserved for it, which the program no longer reserves",
  hint: "give the pool its contract back; if the capacity is to go, retire the pool and deploy, or delete this line: the next deploy then gives it up",
};

const isPool = (path: string): boolean => /^sites\.[^.]+\.clusters\.[^.]+\.pools\./.test(path);

/** Checks that the program still has what the list names. What has the wrong form may be what is missing, and is reported already. */
export function checkProtected(fleet: FleetDocument, findings: readonly Finding[]): Finding[] {
  const { entries, problems } = readList(fileOf(fleet));
  // A site of which a value has the wrong form lacks parts for that reason: once it is right, this is asked again.
  const broken = findings
    .filter((finding) => finding.rule === "SCHEMA" || finding.rule === "YAML")
    .map(({ path }) => path.split(".").slice(0, 2).join("."));
  const missing = missingPaths(
    fleet,
    entries.map(({ path }) => path),
  );
  const lost = entries.filter(
    ({ path }) => missing.includes(path) && !broken.some((site) => isWithin(path, site) || site.startsWith("sites[")),
  );
  return [
    ...problems,
    ...lost.map(
      ({ path, origin }): Finding => ({
        rule: protectedKept.id,
        severity: protectedKept.severity,
        path,
        origin,
        ...(isPool(path) ? capacityLost : partLost),
      }),
    ),
  ];
}

/** The list as it was written: its file, relative to the folder of cdktf.json, and how many parts it names. */
export interface ProtectedList {
  readonly file: string;
  readonly parts: number;
}

/** A list that lies beside its place until what it speaks of is in place too. */
export interface StagedList extends ProtectedList {
  /** Puts it in its place. */
  keep(): void;
  /** Takes it away. */
  discard(): void;
}

/** The list could not be written. */
export class ListRefused extends Error {
  constructor(
    readonly finding: Finding,
    options: ErrorOptions,
  ) {
    super(finding.message, options);
  }
}

/**
 * Writes the list anew, beside its place: what is protected now. What was retired, or is no longer protected, leaves it. Nothing is
 * written where there is no project, where the output goes elsewhere, or where nothing was ever protected.
 */
export function stageProtected(fleet: FleetDocument, outdir: string): StagedList | undefined {
  if (!existsSync("cdktf.json") || relative(process.cwd(), outdir).startsWith("..")) return undefined;
  const file = fileOf(fleet);
  const paths = protectedPaths(fleet);
  if (paths.length === 0 && !existsSync(file)) return undefined;
  const document = new Document({ protected: paths });
  document.commentBefore = HEADER;
  const text = document.toString({ lineWidth: 0 });
  const list = { file, parts: paths.length };
  if (existsSync(file) && readFileSync(file, "utf8") === text) {
    return { ...list, keep: () => undefined, discard: () => undefined };
  }
  const beside = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, text);
  } catch (error) {
    throw new ListRefused(notWritten(beside, meaningOf(error)), { cause: error });
  }
  return { ...list, keep: () => renameSync(beside, file), discard: () => rmSync(beside, { force: true }) };
}

const notWritten = (file: string, why: string | undefined): Finding => ({
  rule: protectedKept.id,
  severity: protectedKept.severity,
  path: "fleet",
  observed: file,
  message: `the list of what is protected cannot be written to ${file}${why === undefined ? "" : `: ${why}`}`,
  hint: "make room for it: without the list nothing says later what must not be lost",
});

const isFolder = (path: string): boolean => statSync(path).isDirectory();

const noFolder = (path: string): Finding => ({
  rule: protectedKept.id,
  severity: protectedKept.severity,
  path: "fleet",
  observed: path,
  message: `the list of what is protected goes into the folder ${path}, and a file has that name`,
  hint: "move the file elsewhere",
});

/** The text of a file; undefined where it is none, or may not be read. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function readList(file: string): { entries: readonly Entry[]; problems: readonly Finding[] } {
  const inTheWay = [dirname(dirname(file)), dirname(file)].find((folder) => existsSync(folder) && !isFolder(folder));
  if (inTheWay !== undefined) return { entries: [], problems: [noFolder(inTheWay)] };
  if (!existsSync(file)) return { entries: [], problems: [] };
  const lines = new LineCounter();
  const text = readText(file);
  const document = parseDocument(text ?? "", { lineCounter: lines });
  const origin = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file: file.replaceAll("\\", "/"), line, column: col };
  };
  const wrong = (offset: number, message: string): Finding => ({
    rule: protectedKept.id,
    severity: protectedKept.severity,
    path: "fleet",
    origin: origin(offset),
    message,
    hint: "restore the file from version control: it says what must not be lost",
  });
  if (text === undefined) return { entries: [], problems: [wrong(0, "is not a file that one may read")] };
  const conflict = /^(<{7}|={7}|>{7})/m.exec(text);
  if (conflict !== null) {
    const message = "holds a merge that was not finished: keep the paths of both sides, and take the markers out";
    return { entries: [], problems: [wrong(conflict.index, message)] };
  }
  const [error] = document.errors;
  if (error !== undefined) return { entries: [], problems: [wrong(error.pos[0], error.message)] };
  const list = document.get("protected");
  const items = isSeq(list) ? list.items : [];
  const entries = items.flatMap((item) =>
    isScalar(item) && typeof item.value === "string"
      ? [{ path: item.value, origin: origin(item.range?.[0] ?? 0) }]
      : [],
  );
  const sound = isSeq(list) && entries.length === items.length;
  const once = entries.filter(({ path }, index) => entries.findIndex((each) => each.path === path) === index);
  return { entries: once, problems: sound ? [] : [wrong(0, "is not a list of paths under the key protected")] };
}
