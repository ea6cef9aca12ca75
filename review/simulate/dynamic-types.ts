import { isList, isObject, type Json, type JsonObject, objectAt } from "../plan/json";

/** Begins the names of outputs that a copy of base has beside its own. */
const OUTPUT = "siteform_types_of_";

/** The two settings of a `terraform_data` that may be of any type. */
export interface DynamicTypes {
  readonly input: Json;
  readonly triggers_replace: Json;
}

/**
 * A stack with outputs that tell the types of what its `terraform_data` hold: their values alone do not tell a list from a tuple, and a
 * state must.
 */
export function withTypeOutputs(stack: JsonObject): JsonObject {
  const named = objectAt(objectAt(stack, "resource"), "terraform_data");
  const outputs = Object.entries(named).map(([name, body]) => {
    const at = `terraform_data.${name}`;
    const many = isObject(body) && body["count"] !== undefined;
    const keyed = isObject(body) && body["for_each"] !== undefined;
    const settings = (object: string) => `{ input = ${object}.input, triggers_replace = ${object}.triggers_replace }`;
    const value = many
      ? `[for each in ${at} : ${settings("each")}]`
      : keyed
        ? `{ for key, each in ${at} : key => ${settings("each")} }`
        : settings(at);
    // Of the value, which may be a secret, only the type is taken.
    return [`${OUTPUT}${name}`, { value: `\${${value}}`, sensitive: true }];
  });
  return outputs.length === 0
    ? stack
    : { ...stack, output: { ...objectAt(stack, "output"), ...Object.fromEntries(outputs) } };
}

/** Whether an output is one of those, and not the program's. */
export const isTypeOutput = (name: string): boolean => name.startsWith(OUTPUT);

/** The types of an object's settings, from the planned outputs; undefined where they are not known yet. */
export function dynamicTypes(
  outputs: JsonObject,
  name: string,
  index: string | number | undefined,
): DynamicTypes | undefined {
  const type = objectAt(outputs, `${OUTPUT}${name}`)["type"];
  const found = index === undefined ? type : elementOf(type, index);
  const settings = isList(found) && found[0] === "object" ? found[1] : undefined;
  if (!isObject(settings)) return undefined;
  return { input: settings["input"] ?? null, triggers_replace: settings["triggers_replace"] ?? null };
}

/** The type of one element of a tuple, an object, or a collection whose elements are alike. */
function elementOf(type: Json | undefined, index: string | number): Json | undefined {
  if (!isList(type)) return undefined;
  const [kind, inner] = type;
  if (kind === "tuple" && isList(inner)) return inner[Number(index)];
  return kind === "object" && isObject(inner) ? inner[index] : inner;
}
