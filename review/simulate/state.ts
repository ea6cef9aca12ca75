import { isList, isObject, type Json, type JsonObject, objectAt, objectsAt, textAt } from "../plan/json";
import type { WholePlan } from "../plan/read-plan";
import { type DynamicTypes, dynamicTypes, isTypeOutput } from "./dynamic-types";
import type { Parts } from "./parts";
import { uuid } from "./provider/identity";
import { readTypeSchema } from "./provider/schema-reader";
import { PROVIDERS } from "./provider/schema-source";
import { sensitivePaths } from "./sensitive-paths";

/** A state, and whether it holds everything that the plan makes. */
export interface PlannedState {
  readonly state: JsonObject;
  /** How many objects and outputs are not in it, since something of them is not known yet. */
  readonly missing: number;
}

/**
 * Writes what a plan would make as a state of version 4, as if the plan had been applied. An object of which something is not known yet is
 * left out, so that it is planned again on that state, where more is known. So is what needs it: values are made up from what is known of an
 * object, so they become others when more of it is.
 *
 * @param stack the stack that was planned
 * @param whether to write what is not known as absent instead
 */
export function stateOfPlan(plan: WholePlan, parts: Parts, isLast: boolean): PlannedState {
  const planned = objectAt(plan.json, "planned_values");
  const outputs = objectAt(planned, "outputs");
  const unknown = new Map(
    objectsAt(plan.json, "resource_changes").map((each) => [
      textAt(each, "address") ?? "",
      objectAt(each, "change")["after_unknown"],
    ]),
  );
  const resources = new Map<string, JsonObject & { readonly instances: JsonObject[] }>();
  const managed = objectsAt(objectAt(planned, "root_module"), "resources")
    .filter((each) => textAt(each, "mode") === "managed")
    .map((each) => ({
      each,
      instance: instanceOf(each, parts, outputs, unknown.get(textAt(each, "address") ?? ""), isLast),
    }));
  const unsettled = new Set(managed.flatMap(({ each, instance }) => (instance === undefined ? [nameOf(each)] : [])));
  // An output of what is not read before something is made, or that holds an id of Terraform's own, is known one plan later.
  const told = Object.entries(outputs).filter(([name]) => !isTypeOutput(name));
  const known = told.filter(([, output]) => isObject(output) && output["type"] !== undefined);
  let missing = told.length - known.length;
  for (const { each, instance } of managed) {
    if (instance === undefined || instance.dependencies.some((name) => unsettled.has(name))) {
      missing += 1;
      continue;
    }
    const [type = "", name = ""] = [textAt(each, "type"), textAt(each, "name")];
    const resource = resources.get(`${type}.${name}`) ?? {
      mode: "managed",
      type,
      name,
      provider: providerAddress(each, parts),
      ...(typeof each["index"] === "string"
        ? { each: "map" }
        : typeof each["index"] === "number"
          ? { each: "list" }
          : {}),
      instances: [],
    };
    resources.set(`${type}.${name}`, resource);
    resource.instances.push(instance);
  }
  return { missing, state: whole(plan, Object.fromEntries(known), [...resources.values()]) };
}

/** A state of version 4 around what it holds. Its line is always the same: nobody's state has it, and nothing is ever written over it. */
function whole(plan: WholePlan, outputs: JsonObject, resources: readonly JsonObject[]): JsonObject {
  return {
    version: 4,
    terraform_version: plan.terraformVersion ?? "1.0.0",
    serial: 1,
    lineage: uuid("siteform simulated state"),
    outputs,
    resources,
    check_results: null,
  };
}

function instanceOf(
  resource: JsonObject,
  parts: Parts,
  outputs: JsonObject,
  unknown: Json | undefined,
  isLast: boolean,
): (JsonObject & { readonly dependencies: readonly string[] }) | undefined {
  const type = textAt(resource, "type") ?? "";
  const index = resource["index"];
  const key = typeof index === "string" || typeof index === "number" ? index : undefined;
  const isBuiltin = type === "terraform_data";
  const types = isBuiltin ? dynamicTypes(outputs, textAt(resource, "name") ?? "", key) : undefined;
  const made = isBuiltin && isObject(unknown) ? { ...unknown, id: false, output: false } : unknown;
  if (!isLast && (hasTrue(made) || (isBuiltin && types === undefined))) return undefined;
  const values = objectAt(resource, "values");
  const address = nameOf(resource);
  return {
    ...(key === undefined ? {} : { index_key: key }),
    schema_version: typeof resource["schema_version"] === "number" ? resource["schema_version"] : 0,
    attributes: isBuiltin ? terraformData(values, types, `${address} ${key ?? ""}`) : values,
    sensitive_attributes: isBuiltin
      ? terraformDataPaths(objectAt(resource, "sensitive_values"), types)
      : providerPaths(type, resource["sensitive_values"]),
    dependencies: dependenciesOf(address, parts),
    ...(isMadeFirst(address, parts) ? { create_before_destroy: true } : {}),
  };
}

/** `aws_vpc.main`: all objects of a resource. */
const nameOf = (resource: JsonObject): string => `${textAt(resource, "type") ?? ""}.${textAt(resource, "name") ?? ""}`;

const hasTrue = (value: Json | undefined): boolean =>
  value === true || (isList(value) ? value.some(hasTrue) : isObject(value) && Object.values(value).some(hasTrue));

/** What the built-in provider would store: an id, and the input again. */
function terraformData(values: JsonObject, types: DynamicTypes | undefined, seed: string): JsonObject {
  const input = typed(values["input"], types?.input);
  return {
    id: textAt(values, "id") ?? uuid(seed),
    input,
    output: input,
    triggers_replace: typed(values["triggers_replace"], types?.triggers_replace),
  };
}

/** A value of any type stands with its type. */
const typed = (value: Json | undefined, type: Json | undefined): Json =>
  value === undefined || value === null ? null : { value, type: type ?? "dynamic" };

const terraformDataPaths = (mask: JsonObject, types: DynamicTypes | undefined) =>
  (["input", "triggers_replace"] as const).flatMap((name) =>
    sensitivePaths({ [name]: mask[name] }, { is: "type", type: ["object", { [name]: types?.[name] }] }),
  );

function providerPaths(type: string, mask: Json | undefined) {
  const provider = PROVIDERS.find((each) => type.startsWith(`${each}_`));
  const block = provider === undefined ? undefined : readTypeSchema(provider, "resource", type);
  return block === undefined ? [] : sensitivePaths(mask, { is: "block", block });
}

/** `provider["registry.terraform.io/hashicorp/aws"].ohio` */
function providerAddress(resource: JsonObject, parts: Parts): string {
  const configured = parts.get(nameOf(resource))?.references.find((each) => each.startsWith("provider."));
  const [, , alias] = configured?.split(".") ?? [];
  return `provider["${textAt(resource, "provider_name") ?? ""}"]${alias === undefined ? "" : `.${alias}`}`;
}

/** The resources that one needs, also by way of others. */
function dependenciesOf(address: string, parts: Parts): string[] {
  const found = new Set([address]);
  for (const name of found) for (const each of parts.get(name)?.references ?? []) if (parts.has(each)) found.add(each);
  found.delete(address);
  return [...found].filter((name) => parts.get(name)?.at[0] === "resource").sort();
}

const isMadeFirst = (address: string, parts: Parts): boolean =>
  /"create_before_destroy":true/.test(parts.get(address)?.said ?? "");
