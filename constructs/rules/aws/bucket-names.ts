import { bucketName } from "../../ledger/aws-storage";
import type { AwsBucket } from "../../model";
import type { Report, Rule } from "../rule";
import { awsSites } from "../walk";

const [LEAST, MOST] = [3, 63];
const PREFIXES = ["xn--", "sthree-", "amzn-s3-demo-"];
const SUFFIXES = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

export const bucketNames: Rule = {
  id: "AWS-S3-01",
  title: "the name of a bucket has a form that S3 takes, and is one bucket's",
  severity: "error",
  formula: `${LEAST} <= characters <= ${MOST}; lower-case letters, digits, "." and "-", a letter or digit at either end`,
  source: "Amazon S3 user guide, general purpose bucket naming rules",
  *check(context) {
    const owners = new Map<string, string>();
    for (const { site, path } of awsSites(context)) {
      for (const bucket of site.buckets ?? []) {
        const name = bucketName(context.fleetName, site, bucket);
        const place = `${path}.buckets.${bucket.name}`;
        yield* form(bucket, name, place);
        const first = owners.get(name);
        if (first === undefined) owners.set(name, place);
        else if (first !== place) {
          const message = `the bucket ${JSON.stringify(name)} is that of ${first} already; a name is one bucket's in the whole world`;
          yield { path: `${place}.bucketName`, observed: name, message };
        }
      }
    }
  },
};

function* form(bucket: AwsBucket, name: string, path: string): Generator<Report> {
  const made = bucket.bucketName === undefined;
  const place = { path: made ? path : `${path}.bucketName` };
  const hint = made ? { hint: "give it a bucketName" } : {};
  if (name.length < LEAST || name.length > MOST) {
    yield {
      ...place,
      observed: name.length,
      limit: name.length < LEAST ? LEAST : MOST,
      unit: "characters",
      message: `the name of a bucket has ${LEAST} to ${MOST} characters; ${JSON.stringify(name)} has ${name.length}`,
      ...hint,
    };
    return;
  }
  const wrong = trouble(name);
  if (wrong === undefined) return;
  yield { ...place, observed: name, message: `the name of a bucket ${wrong}; got ${JSON.stringify(name)}`, ...hint };
}

function trouble(name: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(name)) {
    return 'is lower-case letters, digits, "." and "-", with a letter or digit at either end';
  }
  if (name.includes("..")) return "has no two periods in a row";
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return "does not look like an address";
  const prefix = PREFIXES.find((each) => name.startsWith(each));
  if (prefix !== undefined) return `does not begin with "${prefix}", which S3 keeps for itself`;
  const suffix = SUFFIXES.find((each) => name.endsWith(each));
  return suffix === undefined ? undefined : `does not end in "${suffix}", which S3 keeps for itself`;
}
