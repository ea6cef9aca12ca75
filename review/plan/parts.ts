import { collectInto } from "../redact/collect";
import { secretsOfChange, secretsOfOutputs, secretsOfResource, secretsOfVariables } from "../redact/secrets";
import { isLeftAlone } from "./action";
import { isObject, type Json, type JsonObject, objectAt, objectsAt } from "./json";
import type { JsonReader } from "./json-reader";
import type { Sink } from "./mask";
import { shareSides } from "./shared-sides";

/** What is read of a plan. */
export interface Parts {
  readonly json: JsonObject;
  /** Every text that the plan marks as sensitive, wherever it marks it. */
  readonly secrets: ReadonlySet<string>;
}

/** Whether a resource is kept that stands in a list of this name. */
export type Kept = (resource: Json, list: "resource_changes" | "resources") => boolean;

/** Of changes those that change something, and nothing of states. */
export const whatReviewsNeed: Kept = (resource, list) =>
  list === "resource_changes" && !(isObject(resource) && isLeftAlone(resource));

/**
 * Reads a plan part by part. Nothing where it is no object.
 *
 * The same text stands in several places, and in some of them without a mark, in what is derived from it: that is why the secrets of all
 * of it are collected, also of what is not kept.
 */
export function partsOf(reader: JsonReader, kept: Kept): Parts | undefined {
  const secrets = new Set<string>();
  const sink = collectInto(secrets);
  const json = new PlanParts(reader, kept, sink).read();
  reader.finish();
  if (!isObject(json)) return undefined;
  for (const each of objectsAt(json, "resource_drift")) secretsOfChange(objectAt(each, "change"), sink);
  for (const each of objectsAt(json, "deferred_changes")) {
    secretsOfChange(objectAt(objectAt(each, "resource_change"), "change"), sink);
  }
  for (const each of Object.values(objectAt(json, "output_changes"))) if (isObject(each)) secretsOfChange(each, sink);
  secretsOfVariables(json, sink);
  return { json, secrets };
}

/** How the values of some names of an object are read; those of others are taken whole. */
type Ways = Readonly<Record<string, () => Json>>;

class PlanParts {
  public constructor(
    private readonly reader: JsonReader,
    private readonly kept: Kept,
    private readonly sink: Sink,
  ) {}

  public read(): Json {
    const values = () => this.valuesOfState();
    return this.object({
      planned_values: values,
      prior_state: () => this.object({ values }),
      resource_changes: () =>
        this.list((each) => {
          if (isObject(each)) secretsOfChange(objectAt(each, "change"), this.sink);
          const isKept = this.kept(each, "resource_changes");
          if (isKept) shareSides(each);
          return isKept;
        }),
    });
  }

  /** Outputs, and modules in modules. */
  private valuesOfState(): Json {
    const values = this.object({ root_module: () => this.module() });
    if (isObject(values)) secretsOfOutputs(objectAt(values, "outputs"), this.sink);
    return values;
  }

  private module(): Json {
    return this.object({
      resources: () =>
        this.list((each) => {
          if (isObject(each)) secretsOfResource(each, this.sink);
          return this.kept(each, "resources");
        }),
      child_modules: () =>
        this.list(
          () => true,
          () => this.module(),
        ),
    });
  }

  private object(ways: Ways): Json {
    if (!this.reader.isAtObject()) return this.reader.value();
    const members: [string, Json][] = [];
    this.reader.members((name) => {
      const read = Object.hasOwn(ways, name) ? ways[name] : undefined;
      members.push([name, read === undefined ? this.reader.value() : read()]);
    });
    // Not by assignment: a name may be `__proto__`.
    return Object.fromEntries(members);
  }

  /** A list without what is not kept of it. */
  private list(isKept: (value: Json) => boolean, read = (): Json => this.reader.value()): Json {
    if (!this.reader.isAtList()) return this.reader.value();
    const kept: Json[] = [];
    this.reader.elements(() => {
      const value = read();
      if (isKept(value)) kept.push(value);
    });
    return kept;
  }
}
