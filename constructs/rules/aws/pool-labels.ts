import { POOL_LABEL } from "../../ledger/node-marks";
import type { Report, Rule } from "../rule";
import { awsClusters } from "../walk";

const MOST_TAINTS = 50;
/** `prefix/name` of Kubernetes; the API of EKS takes no more than 63 characters for the whole. */
const KEY = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$/;
const LENGTH = 63;
/** Keys that the kubelet may not set on its own node, and the pool's. */
const reserved = (key: string): boolean =>
  key === POOL_LABEL || /(^|\.)(kubernetes|k8s)\.io\//.test(key) || key.startsWith("eks.amazonaws.com/");

export const poolLabels: Rule = {
  id: "AWS-EKS-11",
  title: "labels and taints of a pool have a form that Kubernetes and EKS take",
  severity: "error",
  formula: `key and value <= ${LENGTH} characters; taints <= ${MOST_TAINTS}`,
  source:
    "Amazon EKS API reference, CreateNodegroup: labels, Taint; Kubernetes documentation, labels and NodeRestriction",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const pool of cluster.pools) {
        const place = `${path}.pools.${pool.name}`;
        for (const [key, value] of Object.entries(pool.labels ?? {})) {
          const at = `${place}.labels[${JSON.stringify(key)}]`;
          yield* form("label", key, value, at);
          if (reserved(key)) {
            const message = `the label ${JSON.stringify(key)} belongs to ${key === POOL_LABEL ? "the pool's name" : "Kubernetes and EKS"}`;
            yield { path: at, observed: key, message, hint: "take a key of your own domain" };
          }
        }
        const taints = pool.taints ?? [];
        for (const [index, { key, value = "" }] of taints.entries())
          yield* form("taint", key, value, `${place}.taints[${index}]`);
        if (taints.length <= MOST_TAINTS) continue;
        const message = `a node group has at most ${MOST_TAINTS} taints; got ${taints.length}`;
        yield { path: `${place}.taints`, observed: taints.length, limit: MOST_TAINTS, unit: "taints", message };
      }
    }
  },
};

function* form(what: string, key: string, value: string, path: string): Generator<Report> {
  for (const [part, text, grammar] of [
    ["key", key, KEY],
    ["value", value, VALUE],
  ] as const) {
    if (text.length > LENGTH) {
      const message = `the ${part} of a ${what} has at most ${LENGTH} characters; ${JSON.stringify(text)} has ${text.length}`;
      yield { path, observed: text.length, limit: LENGTH, unit: "characters", message };
    } else if (!grammar.test(text)) {
      const message = `the ${part} of a ${what} is letters, digits, "-", "_" and "." between letters or digits${part === "key" ? ", perhaps after a domain and a slash" : ""}; got ${JSON.stringify(text)}`;
      yield { path, observed: text, message };
    }
  }
}
