import { isList, isObject, type ObjectValue, type Value } from "./value";

/** A statement as IAM reads it. */
type Statement = Readonly<Record<string, unknown>> & { readonly Sid?: string };

interface Document {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement?: readonly Statement[];
}

/**
 * What `aws_iam_policy_document` makes of its configuration, computed as the provider does: nothing of it is made up. Source: Terraform
 * documentation, data source aws_iam_policy_document; terraform-provider-aws, internal/service/iam/policy_document_data_source.go and
 * policy_model.go.
 *
 * @throws Error that says which document is no JSON, or which statement stands twice
 */
export function policyDocument(config: ObjectValue): { readonly json: string; readonly minified_json: string } {
  const own: Document = {
    Version: text(config["version"]) ?? "2012-10-17",
    Id: text(config["policy_id"]),
    Statement: objects(config["statement"]).map(statement),
  };
  const sources = documents(config["source_policy_documents"], "source_policy_documents");
  refuseTwins(sources.flatMap(({ Statement: found = [] }) => found));
  refuseTwins(own.Statement ?? []);
  const overrides = documents(config["override_policy_documents"], "override_policy_documents");
  const merged = [...sources, own, ...overrides].reduce(merge, {});
  // In the order and with the fields left out that the provider has.
  const written = { Version: merged.Version, Id: merged.Id, Statement: nonEmpty(merged.Statement ?? []) };
  return { json: JSON.stringify(written, null, 2), minified_json: JSON.stringify(written) };
}

/** Later statements take the place of earlier ones of their name. */
function merge(before: Document, next: Document): Document {
  const statements = [...(before.Statement ?? [])];
  for (const each of next.Statement ?? []) {
    const index = each.Sid === undefined ? -1 : statements.findIndex(({ Sid }) => Sid === each.Sid);
    if (index < 0) statements.push(each);
    else statements[index] = each;
  }
  const versions = [before.Version ?? "", next.Version ?? ""].sort();
  return { Version: versions[1] || undefined, Id: next.Id ?? before.Id, Statement: statements };
}

const statement = (block: ObjectValue): Statement => ({
  Sid: text(block["sid"]),
  Effect: text(block["effect"]) ?? "Allow",
  Action: strings(block["actions"]),
  NotAction: strings(block["not_actions"]),
  Resource: variables(strings(block["resources"])),
  NotResource: variables(strings(block["not_resources"])),
  Principal: principals(block["principals"]),
  NotPrincipal: principals(block["not_principals"]),
  Condition: conditions(block["condition"]),
});

function principals(value: Value | undefined): unknown {
  const found: Record<string, string[]> = {};
  for (const block of objects(value)) {
    const identifiers = [strings(block["identifiers"]) ?? []].flat().map(variable);
    const type = text(block["type"]) ?? "*";
    found[type] = [...(found[type] ?? []), ...identifiers];
  }
  const entries = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  // `{"*": "*"}` alone is written as `"*"`.
  if (entries.length === 1 && entries[0]?.[0] === "*" && entries[0][1].join() === "*") return "*";
  return Object.fromEntries(entries.map(([type, identifiers]) => [type, oneOrMore(identifiers)]));
}

function conditions(value: Value | undefined): unknown {
  const found: Record<string, Record<string, string[]>> = {};
  for (const block of objects(value)) {
    const [test, name] = [text(block["test"]) ?? "", text(block["variable"]) ?? ""];
    const tests = found[test] ?? {};
    found[test] = tests;
    const values = (isList(block["values"]) ? block["values"] : []).map((each) => variable(text(each) ?? ""));
    tests[name] = [...(tests[name] ?? []), ...values];
  }
  if (Object.keys(found).length === 0) return undefined;
  return sorted(found, (tests) => sorted(tests, oneOrMore));
}

const sorted = <T>(object: Readonly<Record<string, T>>, change: (value: T) => unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, change(value)]),
  );

const oneOrMore = (values: readonly string[]): unknown => (values.length === 1 ? values[0] : values);

/** A set as the provider writes it: one alone as itself, more in reverse order. */
function strings(value: Value | undefined): string | string[] | undefined {
  const found = (isList(value) ? value : []).flatMap((each) => text(each) ?? []);
  if (found.length === 0) return undefined;
  const [first] = found;
  return found.length === 1 && first !== undefined ? first : found.sort().reverse();
}

/** Variables of IAM are written `&{...}`, since `${...}` is Terraform's. */
const variable = (value: string): string => value.replaceAll("&{", "${");

const variables = (value: string | string[] | undefined): string | string[] | undefined =>
  typeof value === "string" ? variable(value) : value?.map(variable);

function documents(value: Value | undefined, name: string): Document[] {
  return (isList(value) ? value : []).flatMap((each, index) => {
    const written = text(each);
    if (written === undefined) return [];
    try {
      const read: Document = JSON.parse(written);
      const { Statement: stated = [] } = read;
      // IAM takes a statement alone as a list of one.
      return [{ ...read, Statement: Array.isArray(stated) ? stated : [stated] }];
    } catch {
      throw new Error(`document ${index} of ${name} is no JSON`);
    }
  });
}

function refuseTwins(statements: readonly Statement[]): void {
  const known = new Set<string>();
  for (const { Sid } of statements) {
    if (Sid === undefined || Sid === "") continue;
    if (known.has(Sid)) throw new Error(`the Sid ${Sid} stands twice: it must be unique`);
    known.add(Sid);
  }
}

const nonEmpty = (statements: readonly Statement[]) => (statements.length === 0 ? undefined : statements);

const objects = (value: Value | undefined): readonly ObjectValue[] => (isList(value) ? value.filter(isObject) : []);

const text = (value: Value | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
