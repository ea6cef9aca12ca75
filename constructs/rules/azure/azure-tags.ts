import type { Report, Rule } from "../rule";
import { azureSites } from "../walk";

/** Four tags are added: fleet, site, cluster, pool. */
const OWN = 4;
const MOST = 50;
const FORBIDDEN = /[<>%&\\?/]/;

export const azureTags: Rule = {
  id: "AZ-TAG-01",
  title: "tags have a form that Azure takes",
  severity: "warning",
  formula:
    "tags + 4 <= 50; key <= 512 characters, 128 where there is a storage account, without < > % & \\ ? /; value <= 256; keys differ in more than case",
  source:
    "Azure Resource Manager documentation, tags: limitations; terraform-provider-azurerm v4.55.0, internal/tags/validation.go",
  *check(context) {
    for (const { site, path } of azureSites(context)) {
      const keys = Object.keys(site.tags);
      if (keys.length + OWN > MOST) {
        yield {
          path: `${path}.tags`,
          observed: keys.length,
          limit: MOST - OWN,
          unit: "tags",
          message: `a resource has at most ${MOST} tags, ${OWN} of which are added to the ${keys.length} here`,
          hint: "leave some out",
        };
      }
      const longest = site.storageAccounts.length > 0 ? 128 : 512;
      for (const [key, value] of Object.entries(site.tags)) {
        const at = `${path}.tags.${key}`;
        if (FORBIDDEN.test(key)) {
          yield {
            path: at,
            observed: key,
            message: `the key ${JSON.stringify(key)} has a character that Azure refuses: < > % & \\ ? or /`,
            hint: `for example ${JSON.stringify(key.replace(/[<>%&\\?/]+/g, "-"))}`,
          };
        }
        yield* tooLong(at, "key", key, longest);
        yield* tooLong(at, "value", value, 256);
        if (/^siteform:/i.test(key)) {
          yield {
            path: at,
            severity: "error",
            observed: key,
            message: `tags that begin with "siteform:" are written by this library`,
            hint: "choose another key",
          };
        }
        const first = keys.find((other) => other.toLowerCase() === key.toLowerCase());
        if (first !== undefined && first !== key) {
          yield {
            path: at,
            observed: key,
            message: `Azure does not tell capitals from small letters in keys: ${JSON.stringify(key)} stands as ${JSON.stringify(first)} already`,
            hint: "leave one out",
          };
        }
      }
    }
  },
};

function* tooLong(path: string, what: string, text: string, limit: number): Generator<Report> {
  if (text.length <= limit) return;
  yield {
    path,
    observed: text.length,
    limit,
    unit: "characters",
    message: `the ${what} of a tag has at most ${limit} characters; this one has ${text.length}`,
  };
}
