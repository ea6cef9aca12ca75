import type { DocumentOptions, SchemaOptions, YAMLMap, YAMLSeq } from "yaml";

/** The longest row of a list that stands on one line. */
const ROW = 120;

/** YAML in one fixed form: no folding, no anchors, keys in the order of the schema, short rows of a list on one line each. */
export const toYaml = (value: unknown): string => format(value, {});

/** The same for Kubernetes' tools, which read YAML 1.1: what that takes for something else than a text, such as `no`, is in quotes. */
export const toManifestYaml = (value: unknown): string => format(value, { compat: "yaml-1.1" });

function format(value: unknown, options: DocumentOptions & SchemaOptions): string {
  // Loaded when there is something to write: a program that is checked needs no YAML.
  const { Document, isMap, isScalar, visit } = require("yaml") as typeof import("yaml");
  const isShort = (node: YAMLMap | YAMLSeq): boolean => {
    const flat = isMap(node) ? node.items.every((pair) => isScalar(pair.value)) : true;
    return flat && JSON.stringify(node.toJSON()).length <= ROW;
  };
  const yaml = new Document(value, { aliasDuplicateObjects: false, ...options });
  visit(yaml, {
    Seq(_, list) {
      for (const item of list.items) if (isMap(item) && isShort(item)) item.flow = true;
      if (list.items.every(isScalar) && isShort(list)) list.flow = true;
    },
  });
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: true });
}
