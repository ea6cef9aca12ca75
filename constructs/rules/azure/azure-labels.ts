import { azureTaints, POOL_LABEL } from "../../ledger/node-marks";
import type { Report, Rule } from "../rule";
import { azureClusters } from "../walk";

/** A name of at most 63 characters, which a domain and a slash may precede. */
const NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
/** Keys of labels that AKS keeps for itself. */
const reserved = (key: string): boolean =>
  key === POOL_LABEL || key.startsWith("kubernetes.azure.com/") || key.startsWith("kubernetes.io/");

export const azureLabels: Rule = {
  id: "AZ-AKS-10",
  title: "labels and taints of a pool have a form that Kubernetes and AKS take",
  severity: "error",
  formula: "the name in a key, and the value, <= 63 characters; a key and effect once",
  source: "Kubernetes documentation, labels, and taints; AKS documentation, labels: reserved prefixes",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      for (const pool of cluster.pools) {
        const place = `${path}.pools.${pool.name}`;
        for (const [key, value] of Object.entries(pool.labels)) {
          const at = `${place}.labels[${JSON.stringify(key)}]`;
          yield* form("label", key, value, at);
          if (!reserved(key)) continue;
          const message = `the label ${JSON.stringify(key)} belongs to ${key === POOL_LABEL ? "the pool's name" : "AKS"}`;
          yield { path: at, observed: key, message, hint: "take a key of your own domain" };
        }
        const known = azureTaints({ capacity: pool.capacity, taints: [] });
        for (const [index, taint] of pool.taints.entries()) {
          const at = `${place}.taints[${index}]`;
          yield* form("taint", taint.key, taint.value ?? "", at);
          const others = [...known, ...pool.taints.slice(0, index)];
          if (!others.some(({ key, effect }) => key === taint.key && effect === taint.effect)) continue;
          yield {
            path: at,
            observed: `${taint.key}:${taint.effect}`,
            message: `the machines of the pool have a taint ${taint.key} with the effect ${taint.effect} already`,
            hint: "leave it out",
          };
        }
      }
    }
  },
};

function* form(what: string, key: string, value: string, path: string): Generator<Report> {
  const slash = key.lastIndexOf("/");
  const [domain, name] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
  if (!NAME.test(name) || (domain !== undefined && !DOMAIN.test(domain))) {
    yield {
      path,
      observed: key,
      message: `the key of a ${what} is up to 63 letters, digits, "-", "_" and "." between letters or digits, perhaps after a domain and a slash; got ${JSON.stringify(key)}`,
    };
  }
  if (value !== "" && !NAME.test(value)) {
    yield {
      path,
      observed: value,
      message: `the value of a ${what} is up to 63 letters, digits, "-", "_" and "." between letters or digits; got ${JSON.stringify(value)}`,
    };
  }
}
