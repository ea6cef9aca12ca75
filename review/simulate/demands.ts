import { isObject, type JsonObject, objectAt, textAt } from "../plan/json";
import { simulatedName } from "./provider";
import { type Requirements, sourceAddress } from "./provider/stacks";
import type { Version, Versions } from "./versions";

/** What must run so that a stack can be planned. */
export interface Demands {
  /** Local names of providers and their sources. */
  readonly providers: ReadonlyMap<string, string>;
  readonly requirements: Requirements;
}

/** Why a stack cannot be simulated. */
export interface Refusal {
  readonly why: string;
}

/** What the parts of both versions of a stack demand, or why nothing can stand for it. */
export function demandsOf({ base, head }: Versions, keep: ReadonlySet<string>): Demands | Refusal {
  const beside = [...(base.stack?.beside ?? []), ...(head.stack?.beside ?? [])];
  if (beside.length > 0)
    return { why: `${[...new Set(beside)].join(", ")} beside what the program wrote is not looked at` };
  const parts = [base, head].flatMap((version) => [...version.parts].filter(([name]) => keep.has(name)));
  for (const [name, { at }] of parts) {
    if (at[0] === "module") return { why: `${name} is a module, of which nothing is known here` };
    if (at[0] === "ephemeral") return { why: `${name} is ephemeral: it has a value only while a provider gives it` };
  }
  const types = { resource: new Set<string>(), data: new Set<string>() };
  const used = new Set<string>();
  for (const [, { at, references }] of parts) {
    const [block, type = ""] = at;
    if (block === "resource" || block === "data") types[block].add(String(type));
    if (block === "provider") used.add(String(type));
    for (const each of references) if (each.startsWith("provider.")) used.add(each.split(".")[1] ?? "");
  }
  // Built into Terraform itself.
  used.delete("terraform");
  return providersOf([base, head], used, types);
}

function providersOf(
  versions: readonly Version[],
  used: ReadonlySet<string>,
  types: Requirements["types"],
): Demands | Refusal {
  const providers = new Map<string, string>();
  for (const name of used) {
    // A version that does not have the provider says nothing of where it comes from.
    const having = versions.filter(({ stack, json }) => stack !== undefined && hasProvider(json, name));
    const sources = new Set(having.map(({ json }) => sourceOf(json, name)));
    const [source = sourceAddress(name), other] = sources;
    if (other !== undefined) return { why: `the provider ${name} is ${source} in base and ${other} in head` };
    if (simulatedName(source) === undefined) {
      return { why: `there are no bindings of the provider ${source}, from which it could be simulated` };
    }
    providers.set(name, source);
  }
  return { providers, requirements: { providers, types } };
}

const hasProvider = (json: JsonObject, name: string): boolean =>
  objectAt(objectAt(json, "terraform"), "required_providers")[name] !== undefined ||
  objectAt(json, "provider")[name] !== undefined;

/** The source of a provider; where nobody says, the one that Terraform takes. */
function sourceOf(json: JsonObject, name: string): string {
  const required = objectAt(objectAt(json, "terraform"), "required_providers")[name];
  return sourceAddress((isObject(required) ? textAt(required, "source") : undefined) ?? name);
}
