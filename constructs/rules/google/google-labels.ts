import type { Report, Rule } from "../rule";
import { googleSites, hinted } from "../walk";

/** Labels that are always there: fleet and site of everything, cluster and pool of machines, and the provider's own. */
const OWN = ["fleet", "site", "cluster", "pool"];
const PROVIDERS_OWN = 1;
const MOST = 64;
const MOST_CHARACTERS = 63;

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
      for (const [key, value] of labels) yield* oneLabel(key, value, `${path}.labels.${key}`);
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

function* oneLabel(key: string, value: string, path: string): Generator<Report> {
  if (OWN.includes(key)) {
    const message = `the label ${JSON.stringify(key)} is the fleet's own`;
    yield { path, observed: key, message, hint: "choose another key" };
  } else if (!KEY.test(key)) {
    const message = `a key is 1 to ${MOST_CHARACTERS} lower-case letters, digits, underscores and hyphens, a letter first; ${got(key)}`;
    yield { path, observed: key, message, ...hinted(suggested(key, KEY)) };
  }
  if (VALUE.test(value)) return;
  const message = `a value is at most ${MOST_CHARACTERS} lower-case letters, digits, underscores and hyphens; ${got(value)}`;
  yield { path, observed: value, message, ...hinted(suggested(value, VALUE)) };
}

const got = (text: string): string =>
  text.length > MOST_CHARACTERS ? `got ${text.length} characters` : `got ${JSON.stringify(text)}`;

/** Tags of other clouds are often the same but for capitals, dots, slashes and spaces. */
function suggested(text: string, form: RegExp): string | undefined {
  const close = text.toLowerCase().replace(/[^\p{Ll}\p{Lo}\p{N}_-]+/gu, "-");
  return form.test(close) && close !== text ? `write ${JSON.stringify(close)}` : undefined;
}
