import { API_VERSION } from "../../constructs/model";

/** A document as a person writes it: one line of its spec each. */
export const document = (kind: string, name: string, ...spec: string[]) =>
  [
    `apiVersion: ${API_VERSION}`,
    `kind: ${kind}`,
    `metadata: { name: ${name} }`,
    "spec:",
    ...spec.map((line) => `  ${line}`),
  ].join("\n");

/** The spec of a site one owns, its document, and the spec of a cluster in it. */
export const SITE = [
  "tenure: owned",
  "location: { country: DE, subdivision: DE-BY }",
  "power: { valueMW: 4, meaning: criticalIT, basis: contract, source: transformer order 17 }",
];
export const site = document("Site", "lab", ...SITE);
export const CLUSTER = [
  "site: lab",
  "pools:",
  "  - name: h100",
  "    machine: dgx-h100",
  "    count: 100",
  "    capacity: { kind: owned }",
];
