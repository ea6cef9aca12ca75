import { DecodeError, decodeText } from "./decode";
import { isList, isObject, type Json, type JsonObject, objectAt, textAt } from "./json";

/** Versions of the plan format that this reader knows: those of Terraform 0.12 to 0.15, and from 1.0 on. */
const MAJORS = [0, 1];

/** A file that is no plan, or one this reader must refuse. */
export class PlanError extends Error {}

/** The JSON of one plan, as `terraform show -json <plan>` writes it. */
export interface PlanJson {
  readonly json: JsonObject;
  /** `1.2`. */
  readonly formatVersion: string;
  /** Of the program that planned. */
  readonly terraformVersion: string | undefined;
  /** The plan stopped: what it holds is a part, and not a fact. */
  readonly isErrored: boolean;
  /** Whether the program that wrote it marks what is sensitive. Terraform 0.13 and 0.14 do not: then no value is shown. */
  readonly marksSensitive: boolean;
}

/**
 * Reads the JSON of a plan: UTF-8 or UTF-16, of any Terraform from 0.13 on and of OpenTofu. Fields it does not know are ignored, as the
 * format asks for; a major version it does not know is refused.
 *
 * @throws PlanError that says what the file is instead
 */
export function readPlan(bytes: Uint8Array): PlanJson {
  const json = parse(bytes);
  const formatVersion = textAt(json, "format_version");
  if (formatVersion === undefined) {
    throw new PlanError(
      "it is no plan: it has no format_version; write one with `terraform show -json <plan file>`, not with `terraform plan -json`",
    );
  }
  const major = Number(/^(\d+)\.\d+$/.exec(formatVersion)?.[1]);
  if (!MAJORS.includes(major)) {
    throw new PlanError(
      `the format of the plan is ${JSON.stringify(formatVersion)}; known are the versions 0.x and 1.x`,
    );
  }
  if (json["values"] !== undefined && json["planned_values"] === undefined && json["resource_changes"] === undefined) {
    throw new PlanError("it is a state, not a plan: give `terraform show -json` the plan file");
  }
  return {
    json,
    formatVersion,
    terraformVersion: textAt(json, "terraform_version"),
    isErrored: json["errored"] === true,
    marksSensitive: marksSensitive(json),
  };
}

/** Told by what it writes of any change; where it writes of none, nothing is shown that could have a mark. */
function marksSensitive(json: JsonObject): boolean {
  const { resource_changes: changes } = json;
  const resources = isList(changes) ? changes.map((each) => (isObject(each) ? each["change"] : undefined)) : [];
  const all = [...resources, ...Object.values(objectAt(json, "output_changes"))];
  return all.length === 0 || all.some(hasMarks);
}

const hasMarks = (change: Json | undefined): boolean =>
  isObject(change) && ("before_sensitive" in change || "after_sensitive" in change);

function parse(bytes: Uint8Array): JsonObject {
  let json: Json;
  try {
    json = JSON.parse(decodeText(bytes));
  } catch (error) {
    // What a parser says quotes the text, and with it whatever secret stands there.
    throw new PlanError(error instanceof DecodeError ? error.message : "it is no JSON");
  }
  if (!isObject(json)) throw new PlanError("it is no plan: it must be one JSON object");
  return json;
}
