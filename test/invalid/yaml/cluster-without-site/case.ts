import { documents } from "../../support";

/** A cluster of a site that is spelt otherwise, one of a site that is nowhere, one of none. */
export const fleet = () => documents();

export const expected = [
  'error   sites/research.yaml:6:3: the Cluster research belongs to the site "tulsa", of which no document was read; sites that were read: memphis  [YAML]',
  "error   sites/serve.yaml:5:1: the Cluster serve does not name its site; sites that were read: memphis  [YAML]",
  'error   sites/train.yaml:6:3: the Cluster train belongs to the site "memfis", of which no document was read; sites that were read: memphis  [YAML]',
  '          → did you mean "memphis"?',
];
