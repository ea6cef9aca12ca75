import Ajv from "ajv/dist/2020";

/** What Kueue's definitions (v0.19.2, apis/kueue/v1beta2) say of the objects that are written, as far as a schema can say it. */
const name = {
  type: "string",
  maxLength: 253,
  pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
};
const labelKey = {
  type: "string",
  maxLength: 316,
  pattern:
    "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$",
};
const quantity = { type: "integer", minimum: 0 };

const strict = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object, maxItems: number) => ({ type: "array", items, minItems: 1, maxItems });

const object = (kind: string, spec: object, metadata: object = strict({ name })) =>
  strict({ apiVersion: { const: "kueue.x-k8s.io/v1beta2" }, kind: { const: kind }, metadata, spec });

const quota = strict({ name: { type: "string" }, nominalQuota: quantity, borrowingLimit: quantity }, [
  "name",
  "nominalQuota",
]);

const kinds = [
  object("Topology", strict({ levels: { ...list(strict({ nodeLabel: labelKey }), 16), uniqueItems: true } })),
  object("ResourceFlavor", {
    ...strict(
      {
        nodeLabels: { type: "object", maxProperties: 8, additionalProperties: { type: "string", maxLength: 63 } },
        topologyName: name,
      },
      [],
    ),
    dependentRequired: { topologyName: ["nodeLabels"] },
  }),
  object(
    "ClusterQueue",
    strict(
      {
        cohortName: name,
        namespaceSelector: { type: "object" },
        resourceGroups: list(
          strict({
            coveredResources: { ...list({ type: "string" }, 64), uniqueItems: true },
            flavors: list(strict({ name, resources: list(quota, 64) }), 64),
          }),
          16,
        ),
      },
      ["namespaceSelector", "resourceGroups"],
    ),
  ),
  object("LocalQueue", strict({ clusterQueue: name }), strict({ name, namespace: name })),
];

const validate = new Ajv({ allErrors: true }).compile({ oneOf: kinds });

/** What is wrong with an object of Kueue; nothing where it is right. */
export const kueueErrors = (value: unknown): string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
