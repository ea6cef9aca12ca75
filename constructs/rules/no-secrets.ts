import { keyOf } from "../model";
import { KEEP_SECRETS_OUT, secretIn } from "../model/secrets";
import type { Rule } from "./rule";

export const noSecrets: Rule = {
  id: "DOC-2",
  title: "no document holds a secret: a private key, an access key, a token, an address with a password",
  severity: "error",
  structural: true,
  source: "the forms that issuers publish for secret scanning; documents end up in pull requests, plans and logs",
  *check(context) {
    for (const { path, what } of secretsIn(context.authored, "")) {
      yield { path, message: `holds what looks like ${what}; its value is not shown`, hint: KEEP_SECRETS_OUT };
    }
  },
};

/** Every text in a value that looks like a secret, with its path. */
function* secretsIn(value: unknown, path: string): Generator<{ readonly path: string; readonly what: string }> {
  if (typeof value === "string") {
    const what = secretIn(value);
    if (what !== undefined) yield { path, what };
  } else if (Array.isArray(value)) {
    const keys = value.map(keyOf);
    for (const [index, item] of value.entries()) {
      const key = keys[index];
      const placed = key === undefined || keys.indexOf(key) !== keys.lastIndexOf(key) ? `[${index}]` : "";
      yield* secretsIn(item, `${path}${key === undefined ? "" : `.${key}`}${placed}`);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [field, below] of Object.entries(value))
      yield* secretsIn(below, path === "" ? field : `${path}.${field}`);
  }
}
