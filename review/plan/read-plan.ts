import { asUtf8, DecodeError } from "./decode";
import { isList, isObject, type Json, type JsonObject, objectAt, textAt } from "./json";
import { JsonError, JsonReader } from "./json-reader";
import { type Kept, type Parts, partsOf, whatReviewsNeed } from "./parts";
import { type Source, sourceOfBytes } from "./source";

/** Versions of the plan format that this reader knows: those of Terraform 0.12 to 0.15, and from 1.0 on. */
const MAJORS = [0, 1];

/** A file that is no plan, or one this reader must refuse. */
export class PlanError extends Error {}

/** The JSON of one plan, as `terraform show -json <plan>` writes it. */
export interface PlanJson {
  /** Without what no review shows: resources that stay as they are, and those of the states before and after. */
  readonly json: JsonObject;
  /** Every text that the plan marks as sensitive, also in what `json` leaves out. */
  readonly secrets: ReadonlySet<string>;
  /** `1.2`. */
  readonly formatVersion: string;
  /** Of the program that planned. */
  readonly terraformVersion: string | undefined;
  /** The plan stopped: what it holds is a part, and not a fact. */
  readonly isErrored: boolean;
  /** Whether the program that wrote it marks what is sensitive. Terraform 0.13 and 0.14 do not: then no value is shown. */
  readonly marksSensitive: boolean;
}

/** A plan of which everything is kept. */
export interface WholePlan extends PlanJson {
  readonly isWhole: true;
}

/**
 * Reads the JSON of a plan: UTF-8 or UTF-16, of any Terraform from 0.13 on and of OpenTofu. Fields it does not know are ignored, as the
 * format asks for; a major version it does not know is refused.
 *
 * @throws PlanError that says what the file is instead
 */
export const readPlan = (plan: Uint8Array | Source): PlanJson => read(plan, whatReviewsNeed);

/** Reads a plan as `readPlan` does, and keeps everything that it says. */
export const readWholePlan = (plan: Uint8Array | Source): WholePlan => ({
  ...read(plan, () => true),
  isWhole: true,
});

function read(plan: Uint8Array | Source, kept: Kept): PlanJson {
  const { json, secrets } = parse(typeof plan === "function" ? plan : sourceOfBytes(plan), kept);
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
    secrets,
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

function parse(source: Source, kept: Kept): Parts {
  try {
    const parts = partsOf(new JsonReader(asUtf8(source)), kept);
    if (parts === undefined) throw new PlanError("it is no plan: it must be one JSON object");
    return parts;
  } catch (error) {
    if (error instanceof DecodeError || error instanceof JsonError) throw new PlanError(error.message);
    throw error;
  }
}
