import { MOST_OWN_TAGS, MOST_TAGS, RESERVED_PREFIXES } from "../../ledger/aws-tags";
import type { Report, Rule } from "../rule";
import { awsSites } from "../walk";

const [KEY, VALUE] = [128, 256];
/** Letters, digits and spaces of any script, and the marks that every service takes. */
const ALLOWED = /^[\p{L}\p{N}\p{Z}+\-=._:/@]*$/u;

export const awsTags: Rule = {
  id: "AWS-TAG-01",
  title: "tags are few enough and of a form that AWS takes",
  severity: "error",
  formula: `own tags <= ${MOST_OWN_TAGS} (${MOST_TAGS} on a resource, less four of this library); key 1 to ${KEY}, value to ${VALUE} characters`,
  source: "AWS general reference, tag naming limits and requirements",
  *check(context) {
    for (const { site, path } of awsSites(context)) {
      const tags = Object.entries(site.tags ?? {});
      if (tags.length > MOST_OWN_TAGS) {
        yield {
          path: `${path}.tags`,
          observed: tags.length,
          limit: MOST_OWN_TAGS,
          unit: "tags",
          message: `a resource has at most ${MOST_TAGS} tags, of which up to four are made here; got ${tags.length}`,
        };
      }
      for (const [key, value] of tags) yield* oneTag(key, value, `${path}.tags.${key}`);
    }
  },
};

function* oneTag(key: string, value: string, path: string): Generator<Report> {
  const reserved = RESERVED_PREFIXES.find((prefix) => key.toLowerCase().startsWith(prefix));
  if (reserved !== undefined) {
    const message = `keys that begin with ${JSON.stringify(reserved)} are ${reserved === "aws:" ? "kept by AWS" : "of this library: by them a cluster finds its network"}`;
    yield { path, observed: key, message };
  }
  if (key.length < 1 || key.length > KEY) {
    const message = `the key of a tag has 1 to ${KEY} characters; got ${key.length}`;
    yield { path, observed: key.length, limit: key.length < 1 ? 1 : KEY, unit: "characters", message };
  }
  if (value.length > VALUE) {
    const message = `the value of a tag has at most ${VALUE} characters; got ${value.length}`;
    yield { path, observed: value.length, limit: VALUE, unit: "characters", message };
  }
  for (const [what, text] of [
    ["key", key],
    ["value", value],
  ] as const) {
    if (ALLOWED.test(text)) continue;
    const message = `the ${what} of a tag has letters, digits, spaces and + - = . _ : / @; got ${JSON.stringify(text)}`;
    yield { path, observed: text, message };
  }
}
