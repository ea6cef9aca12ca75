import { textLike } from "./primitives";

/** Where something stands. AI zones have a longer name: `us-central1-ai1a`. */
export const googleZone = textLike(/^[a-z]+-[a-z]+\d+-(ai\d+)?[a-z]$/, 'a zone such as "us-central1-c"');

export const googleProject = textLike(
  /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  'a Google Cloud project id, 6 to 30 characters, such as "atlas-research"',
);

/** A service account by its address. */
export const googleServiceAccount = textLike(
  /^[^@\s]+@[^@\s]+\.gserviceaccount\.com$/,
  'the address of a service account, such as "nodes@atlas-research.iam.gserviceaccount.com"',
);

/** The name of what Compute Engine has, by itself and not as a path. Source: Compute Engine documentation, naming resources. */
export const googleName = textLike(
  /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
  "a name of at most 63 lower-case letters, digits and inner hyphens, a letter first",
);
