import type { ParsedNode } from "yaml";
import { API_VERSION, child, didYouMean, KINDS, type Kind, type Origin, show, suggest } from "../model";
import { offsetOf } from "./document-places";
import type { Problem } from "./yaml-problems";

const ENVELOPE = ["apiVersion", "kind", "metadata", "spec"];

/** A document read from a file, its envelope checked. */
export interface ReadDocument {
  readonly kind: Kind;
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Where a path below `spec`, such as `pools.h100.count`, is written: the deepest part of it that is. */
  locate(path: string): Origin;
}

/** Reads what every document has around its spec. All that is wrong with it comes at once; a document is read when nothing is. */
export function readEnvelope(
  value: unknown,
  root: ParsedNode,
  at: (offset: number) => Origin,
): { document?: ReadDocument; problems: readonly Problem[] } {
  const offset = (path = "") => offsetOf(root, path);
  if (!isObject(value)) {
    const message = `must be a document with apiVersion, kind, metadata and spec; got ${show(value)}`;
    return { problems: [{ offset: offset(), message }] };
  }
  const metadata = child(value, "metadata");
  const [apiVersion, kind, spec, name] = [
    child(value, "apiVersion"),
    child(value, "kind"),
    child(value, "spec"),
    child(metadata, "name"),
  ];
  const known = KINDS.find((each) => each === kind);
  const unknown = [...unknownKeys(value, ENVELOPE), ...unknownKeys(metadata, ["name"], "metadata.")];
  const problems: Problem[] = [];
  /** Says what a field must be, unless it is missing because its name is misspelt, which has been said. */
  const refuse = (field: string, what: string, given: unknown, hint?: string) => {
    if (given === undefined && unknown.some(({ meant }) => meant === field)) return;
    problems.push({ offset: offset(field), message: must(field, what, given), hint });
  };

  if (apiVersion !== API_VERSION) {
    refuse("apiVersion", show(API_VERSION), apiVersion, hintFor(apiVersion, [API_VERSION]));
  }
  if (known === undefined) refuse("kind", `one of ${KINDS.map(show).join(", ")}`, kind, hintFor(kind, KINDS));
  for (const { key, message, hint } of unknown) problems.push({ offset: offset(key), message, hint });
  if (typeof name !== "string" || name === "") refuse("metadata.name", `the name of the ${known ?? "document"}`, name);
  if (!isObject(spec)) {
    refuse("spec", "an object", spec);
  } else if ("name" in spec) {
    const message = `the name of a ${known ?? "document"} stands in metadata.name; spec.name is not a field here`;
    problems.push({ offset: offset("spec.name"), message });
  }
  if (problems.length > 0 || known === undefined || typeof name !== "string" || !isObject(spec)) return { problems };
  const locate = (path: string) => {
    // A document's name stands in its metadata.
    if (path === "name") return at(offset("metadata.name"));
    return at(offset(path.startsWith("[") || path === "" ? `spec${path}` : `spec.${path}`));
  };
  return { document: { kind: known, name, spec: { ...spec }, locate }, problems };
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const must = (field: string, what: string, given: unknown): string =>
  given === undefined ? `${field} is missing; must be ${what}` : `${field} must be ${what}; got ${show(given)}`;

const hintFor = (given: unknown, known: readonly string[]): string | undefined =>
  typeof given === "string" ? didYouMean(given, known) : undefined;

/** Keys of an object that are none of the fields it has, each with the field it most likely stands for. */
function unknownKeys(
  value: unknown,
  fields: readonly string[],
  prefix = "",
): { key: string; meant: string | undefined; message: string; hint: string | undefined }[] {
  const found = isObject(value) ? Object.keys(value) : [];
  const free = fields.filter((field) => !found.includes(field));
  return found
    .filter((key) => !fields.includes(key))
    .map((key) => {
      const meant = suggest(key, free);
      return {
        key: `${prefix}${key}`,
        meant: meant === undefined ? undefined : `${prefix}${meant}`,
        message: `${prefix}${key} is not a field here; there are ${fields.join(", ")}`,
        hint: didYouMean(key, free),
      };
    });
}
