import { POOL_LABEL } from "../ledger";
import { labelForms } from "../model";
import { labelsOfPlace } from "../owned/scheduler/names";
import { hostsOfPool } from "../owned/scheduler/scheduled";
import type { Report } from "./rule";
import type { ScheduledAt } from "./scheduler-walk";

/** Labels of a flavor at most. */
const MOST_LABELS = 8;
/** Characters of the name of a label, and of its value, at most. */
const LONGEST_LABEL = 63;
/** The domain of the labels that Siteform gives. */
const OWN = "siteform.dev/";

/** What is wrong with the labels of the nodes of a cluster: those that pools state, and those that say where a node is. */
export function* kueueLabels(each: ScheduledAt): Generator<Report> {
  yield* stated(each);
  yield* ofPlaces(each);
}

/** Labels of pools are labels of their nodes and of their flavors. */
function* stated({ scheduled, path }: ScheduledAt): Generator<Report> {
  for (const { pool } of scheduled.pools) {
    const labels = Object.entries(pool.labels ?? {});
    const at = `${path}.pools.${pool.name}.labels`;
    if (labels.length + 1 > MOST_LABELS)
      yield {
        path: at,
        observed: labels.length + 1,
        limit: MOST_LABELS,
        unit: "labels",
        message: `a flavor of Kueue has at most ${MOST_LABELS} labels; with ${POOL_LABEL} these are ${labels.length + 1}`,
      };
    for (const [key, value] of labels) {
      const place = `${at}[${JSON.stringify(key)}]`;
      if (key.startsWith(OWN))
        yield {
          path: place,
          observed: key,
          message: `labels of the domain ${OWN.slice(0, -1)} are those that Siteform gives`,
          hint: "take a key of your own domain",
        };
      else if (!labelForms.key.test(key))
        yield {
          path: place,
          observed: key,
          message: `the key of a label ${words}, perhaps after a domain and a slash`,
        };
      else if (!labelForms.value.test(value))
        yield { path: place, observed: value, message: `the value of a label ${words}; got ${JSON.stringify(value)}` };
    }
  }
}

const words = `is letters, digits, "-", "_" and "." between letters or digits, ${LONGEST_LABEL} characters at most`;

/** The labels that say where a node is. One finding for each label of a pool. */
function* ofPlaces({ scheduled, path }: ScheduledAt): Generator<Report> {
  for (const pool of scheduled.pools) {
    const longest = new Map<string, string>();
    for (const host of hostsOfPool(pool)) {
      for (const [key, value] of Object.entries(labelsOfPlace(pool, host)))
        if (value.length > (longest.get(key)?.length ?? 0)) longest.set(key, value);
    }
    for (const [key, value] of longest) {
      if (value.length <= LONGEST_LABEL) continue;
      yield {
        path: `${path}.pools.${pool.pool.name}`,
        observed: value.length,
        limit: LONGEST_LABEL,
        unit: "characters",
        message: `the label ${key} of a node has the value ${JSON.stringify(value)}, of ${value.length} characters; Kubernetes takes at most ${LONGEST_LABEL}`,
        hint: `shorten the name of the ${key.endsWith("domain") ? "pool" : "fabric"} by ${value.length - LONGEST_LABEL}`,
      };
    }
  }
}
