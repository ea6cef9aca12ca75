import type { State } from "../model";
import type { Report, Rule } from "./rule";

/** What a cloud asks of one name. */
interface Grammar {
  readonly what: string;
  readonly least: number;
  readonly most: number;
  readonly form: RegExp;
  readonly words: string;
  /** What no name may look like, and why. */
  readonly never: readonly (readonly [RegExp, string])[];
}

const address: Grammar["never"][number] = [/^\d{1,3}(\.\d{1,3}){3}$/, "may not look like an IP address"];

const s3Bucket: Grammar = {
  what: "S3 bucket",
  least: 3,
  most: 63,
  form: /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
  words: "lower-case letters, digits, and inner hyphens and dots",
  never: [
    [/\.\./, "may not have two dots in a row"],
    address,
    [/^(xn--|sthree-|amzn-s3-demo-)/, "may not begin as names do that S3 keeps for itself"],
    [/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/, "may not end as names do that S3 keeps for itself"],
  ],
};

const gcsBucket: Grammar = {
  what: "Cloud Storage bucket",
  least: 3,
  most: 63,
  form: /^[a-z0-9][a-z0-9._-]*[a-z0-9]$/,
  words: "lower-case letters, digits, and inner hyphens, underscores and dots",
  never: [
    address,
    [/^goog/, 'may not begin with "goog"'],
    [/google|g00gle/, 'may not contain "google" or a close misspelling'],
  ],
};

const storageAccount: Grammar = {
  what: "storage account",
  least: 3,
  most: 24,
  form: /^[a-z0-9]+$/,
  words: "lower-case letters and digits",
  never: [],
};

const container: Grammar = {
  what: "container",
  least: 3,
  most: 63,
  form: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
  words: "lower-case letters, digits and inner hyphens",
  never: [[/--/, "may not have two hyphens in a row"]],
};

const resourceGroup: Grammar = {
  what: "resource group",
  least: 1,
  most: 90,
  form: /^[\p{L}\p{N}_().-]*[\p{L}\p{N}_()-]$/u,
  words: "letters, digits, underscores, parentheses, hyphens and dots, no dot last",
  never: [],
};

export const stateNames: Rule = {
  id: "STATE-2",
  title: "the bucket, or the account and container, of the state has a name that its cloud takes",
  severity: "error",
  formula:
    "S3 bucket 3 to 63 characters; Cloud Storage bucket 3 to 63, with dots up to 222 of parts up to 63; storage account 3 to 24; container 3 to 63; resource group 1 to 90",
  source:
    "Amazon S3 user guide, general purpose bucket naming rules; Cloud Storage documentation, bucket names; Azure resource name rules; Azure Storage, naming containers and blobs",
  *check({ fleet: { state } }) {
    for (const [field, name, grammar] of namesOf(state)) yield* against(grammar, name, `state.${field}`);
  },
};

function namesOf(state: State): readonly (readonly [field: string, name: string, grammar: Grammar])[] {
  switch (state.kind) {
    case "local":
      return [];
    case "s3":
      return [["bucket", state.bucket, s3Bucket]];
    case "gcs":
      return [["bucket", state.bucket, gcsBucket]];
    case "azureBlob":
      return [
        ["resourceGroup", state.resourceGroup, resourceGroup],
        ["storageAccount", state.storageAccount, storageAccount],
        ["container", state.container, container],
      ];
  }
}

function* against(grammar: Grammar, name: string, path: string): Generator<Report> {
  const { what, least, form, words, never } = grammar;
  const dotted = grammar === gcsBucket && name.includes(".");
  const most = dotted ? 222 : grammar.most;
  const called = `the name of the ${what}, ${JSON.stringify(name)},`;
  if (name.length < least || name.length > most) {
    yield {
      path,
      observed: name.length,
      limit: name.length < least ? least : most,
      unit: "characters",
      message: `${called} has ${name.length} characters; ${least} to ${most} are allowed`,
    };
    return;
  }
  if (!form.test(name)) {
    yield { path, observed: name, message: `${called} must be ${words}` };
    return;
  }
  const part = dotted ? name.split(".").find((each) => each.length > grammar.most) : undefined;
  if (part !== undefined) {
    yield {
      path,
      observed: part.length,
      limit: grammar.most,
      unit: "characters",
      message: `${called} has a part of ${part.length} characters between its dots; at most ${grammar.most} are allowed`,
    };
  }
  for (const [pattern, why] of never)
    if (pattern.test(name)) yield { path, observed: name, message: `${called} ${why}` };
}
