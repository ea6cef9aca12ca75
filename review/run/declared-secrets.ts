import type { StackFolder } from "../inputs/output";
import { stackJson } from "../inputs/stack-json";
import { isObject, type Json, objectAt } from "../plan/json";
import { textsIn } from "../plan/mask";
import { collectInto } from "../redact/collect";
import { redactorOf } from "../redact/redactor";
import type { Diagnostic } from "../report/schema";
import { mapped } from "../report/texts";

/** Names of settings and of environment variables that hold what lets somebody in. */
const SECRET_NAME = /secret|token|password|passwd|private_?key|credentials|access_key(?!_id)|sas_/i;

/**
 * Texts that are secret before anything is planned: what a stack gives variables that are marked as sensitive, what stands in arguments of
 * its resources, its providers and its backend under such a name, and what the environment has under one.
 */
export function declaredSecrets(stack: StackFolder, env: NodeJS.ProcessEnv): ReadonlySet<string> {
  const found = new Set<string>();
  const sink = collectInto(found);
  const json = stackJson(stack);
  for (const [name, variable] of Object.entries(objectAt(json, "variable"))) {
    if (!isObject(variable) || variable["sensitive"] !== true) continue;
    textsIn(variable["default"], sink);
    const given = env[`TF_VAR_${name}`];
    if (given !== undefined) sink(given);
  }
  // What a provider says is wrong with an argument quotes it, before any plan marks what is sensitive.
  const literal = (text: string): void => {
    if (!text.includes("${")) sink(text);
  };
  for (const block of ["resource", "data", "ephemeral"]) underSecretNames(json[block], literal);
  underSecretNames(json["provider"], sink);
  underSecretNames(objectAt(json, "terraform")["backend"], sink);
  for (const [name, value] of Object.entries(env)) if (SECRET_NAME.test(name) && value !== undefined) sink(value);
  return found;
}

function underSecretNames(value: Json | undefined, sink: (text: string) => void): void {
  if (Array.isArray(value)) for (const each of value) underSecretNames(each, sink);
  else if (isObject(value)) {
    for (const [name, each] of Object.entries(value)) {
      if (SECRET_NAME.test(name)) textsIn(each, sink);
      else underSecretNames(each, sink);
    }
  }
}

/** Diagnostics without what is known to be secret: what a provider says may quote what it was given. */
export function withoutSecrets(diagnostics: readonly Diagnostic[], secrets: Iterable<string>): Diagnostic[] {
  if (diagnostics.length === 0) return [];
  const { text } = redactorOf(secrets);
  return diagnostics.map((each) => ({ ...each, ...mapped(each, ["summary", "address"], text) }));
}
