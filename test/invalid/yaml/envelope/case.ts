import { documents } from "../../support";

/** Fields of the envelope that are not there, empty, of another system, or in the wrong place. */
export const fleet = () => documents();

export const expected = [
  "error   sites/a-list.yaml:1:1: must be a document with apiVersion, kind, metadata and spec; got a list of 1  [YAML]",
  "error   sites/labelled.yaml:5:3: metadata.labels is not a field here; there are name  [YAML]",
  "error   sites/named-twice.yaml:6:3: the name of a Site stands in metadata.name; spec.name is not a field here  [YAML]",
  "error   sites/nameless.yaml:3:1: metadata.name is missing; must be the name of the Site  [YAML]",
  "error   sites/numbered.yaml:4:3: metadata.name must be the name of the Site; got 7  [YAML]",
  "error   sites/without-spec.yaml:5:1: specs is not a field here; there are apiVersion, kind, metadata, spec  [YAML]",
  '          → did you mean "spec"?',
];
