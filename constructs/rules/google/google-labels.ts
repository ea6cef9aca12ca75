import type { Rule } from "../rule";
import { googleSites } from "../walk";

/** Labels that are always there: fleet and site of everything, cluster and pool of machines, and the provider's own. */
const OWN = ["fleet", "site", "cluster", "pool"];
const PROVIDERS_OWN = 1;
const MOST = 64;

/** International lower-case letters are allowed as well. */
const KEY = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u;
const VALUE = /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u;

export const googleLabels: Rule = {
  id: "GCP-NAME-01",
  title: "labels have a form that Google Cloud takes, and are not more than it takes",
  severity: "error",
  formula: "labels + 4 of the fleet's + 1 of the provider's <= 64",
  source:
    "Resource Manager documentation, requirements for labels: 64 a resource; keys of 1 to 63 and values of at most 63 lower-case letters, digits, underscores and hyphens, keys beginning with a letter. Lengths of names: NAME-2",
  *check(context) {
    for (const { site, path } of googleSites(context)) {
      const labels = Object.entries(site.labels ?? {});
      for (const [key, value] of labels) {
        const at = `${path}.labels.${key}`;
        if (OWN.includes(key)) {
          yield {
            path: at,
            observed: key,
            message: `the label ${JSON.stringify(key)} is the fleet's own`,
            hint: "choose another key",
          };
        } else if (!KEY.test(key)) {
          yield {
            path: at,
            observed: key,
            message: `a key is 1 to 63 lower-case letters, digits, underscores and hyphens, a letter first; got ${JSON.stringify(key)}`,
          };
        }
        if (VALUE.test(value)) continue;
        yield {
          path: at,
          observed: value,
          message: `a value is at most 63 lower-case letters, digits, underscores and hyphens; got ${JSON.stringify(value)}`,
        };
      }
      const all = labels.length + OWN.length + PROVIDERS_OWN;
      if (all <= MOST) continue;
      yield {
        path: `${path}.labels`,
        observed: all,
        limit: MOST,
        unit: "labels",
        message: `machines would have ${all} labels, ${OWN.length} of them the fleet's and ${PROVIDERS_OWN} the provider's; Google Cloud takes ${MOST}`,
      };
    }
  },
};
