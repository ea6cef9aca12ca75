import { createHash } from "node:crypto";
import { Block, CtyType } from "./schema";
import { Settings } from "./settings";
import { isList, isObject, ObjectValue, Unknown, Value } from "./value";

/** The object whose unknown values are made up, and what they are made from. */
export interface FakeContext {
  readonly settings: Settings;
  readonly typeName: string;
  /** Tells apart objects of one type; the same seed gives the same values. */
  readonly seed: string;
  /** What is known of the object. */
  readonly object: ObjectValue;
}

/** Objects whose id is one of their own attributes in the real provider, and programs rely on it. */
const ID_FROM: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "name",
  aws_eks_cluster: "name",
  aws_iam_role: "name",
  aws_placement_group: "name",
  aws_s3_bucket: "bucket",
};

/** Strings whose shape matters to those who read them, by the attribute's name; the first match counts. */
const STRINGS: readonly (readonly [RegExp, (context: FakeContext, hash: string, name: string) => string])[] = [
  [/^id$/, objectId],
  [/(^|_)arn$/, (context, hash) => arn(context, hash)],
  [/^self_link/, (context) => `https://www.googleapis.com/compute/v1/${objectId(context)}`],
  [/^(region|location)$/, (context) => context.settings.region],
  [/^(zone|availability_zone)$/, (context) => context.settings.zone],
  [/^(account_id|owner_id|project|subscription_id)$/, (context) => context.settings.account],
  [/^tenant_id$/, () => "11111111-1111-1111-1111-111111111111"],
  [/(^|_)(policy|json|policy_data)$/, () => "{}"],
  [/certificate|_key$|^data$/, (_context, hash) => Buffer.from(`simulated ${hash}`).toString("base64")],
  [/issuer/, (context, hash) => `https://oidc.${context.settings.region}.simulated.invalid/id/${hash}`],
  [/(endpoint|url|uri|^host)$/, (_context, hash) => `https://${hash}.simulated.invalid`],
  [/(fqdn|dns_name|domain|hostname)$/, (_context, hash) => `${hash}.simulated.invalid`],
  [/cidr/, (_context, hash) => `10.${byte(hash, 0)}.0.0/16`],
  [/(^|_)(ip|ip_address|address|ips|addresses|tunnel\d_address)$/, (_context, hash) => `203.0.113.${byte(hash, 0)}`],
  [/asn$/, () => "64512"],
  [/^(status|state|lifecycle_state)$/, () => "ACTIVE"],
  [/(_at|_date|timestamp|_time)$/, () => "2025-01-01T00:00:00Z"],
  [/version$/, () => "1"],
];

/** Fills in everything that was unknown when the change was planned. */
export function fillUnknown(block: Block, planned: ObjectValue, context: FakeContext, path = ""): ObjectValue {
  const filled: Record<string, Value> = {};
  for (const [name, attribute] of block.attributes) {
    // Only what a program cannot set is certain to have elements; a settable list that is not set is often empty.
    const settable = attribute.optional || attribute.required;
    filled[name] = fillValue(attribute.type, planned[name] ?? null, context, `${path}${name}`, settable);
  }
  for (const [name, nested] of block.blocks) {
    filled[name] = fillNested(nested.block, planned[name] ?? null, context, `${path}${name}`);
  }
  return filled;
}

function fillNested(block: Block, value: Value, context: FakeContext, path: string): Value {
  if (isList(value)) {
    return value.map((element, position) => fillNested(block, element, context, `${path}.${position}`));
  }
  return isObject(value) ? fillUnknown(block, value, context, `${path}.`) : value;
}

function fillValue(type: CtyType, value: Value, context: FakeContext, path: string, settable: boolean): Value {
  if (value instanceof Unknown) {
    return fakeValue(type, context, path, settable);
  }
  if (isList(value) && typeof type !== "string" && type[0] !== "object") {
    const [, element] = type;
    return value.map((item, position) => fillValue(element, item, context, `${path}.${position}`, settable));
  }
  if (isObject(value) && typeof type !== "string") {
    const entries = Object.entries(value).map(([name, item]): [string, Value] => {
      const member = type[0] === "object" ? (type[1][name] ?? "dynamic") : type[1];
      return [name, fillValue(member, item, context, `${path}.${name}`, settable)];
    });
    return Object.fromEntries(entries);
  }
  return value;
}

/** A value that looks like what the attribute's name promises; the same for the same object and attribute. */
export function fakeValue(type: CtyType, context: FakeContext, path: string, settable = false): Value {
  if (type === "string") {
    return fakeString(context, path);
  }
  if (type === "number") {
    return 1;
  }
  if (type === "bool") {
    return false;
  }
  if (type === "dynamic") {
    return null;
  }
  if (type[0] === "object") {
    return Object.fromEntries(
      Object.entries(type[1]).map(([name, member]) => [name, fakeValue(member, context, `${path}.${name}`)]),
    );
  }
  if (type[0] === "map") {
    return {};
  }
  // One element, so that references to the first one, as EKS certificate data and AKS credentials need, resolve.
  return settable ? [] : [fakeValue(type[1], context, `${path}.0`)];
}

function fakeString(context: FakeContext, path: string): string {
  const names = path.split(".").filter((step) => !/^\d+$/.test(step));
  const name = names.at(-1) ?? path;
  const hash = shortHash(`${context.typeName} ${context.seed} ${path}`);
  // Only the object's own id has the provider's form; nested ids are opaque.
  const shape = STRINGS.find(([pattern]) => pattern.test(name) && (name !== "id" || names.length === 1));
  return shape ? shape[1](context, hash, name) : `sim-${hash}`;
}

function objectId(context: FakeContext): string {
  const { settings, typeName, seed, object } = context;
  const hash = shortHash(`${typeName} ${seed}`);
  const own = text(object, ID_FROM[typeName] ?? "");
  const name = text(object, "name") ?? `sim-${hash}`;
  if (settings.provider === "google") {
    const project = text(object, "project") ?? settings.account;
    const place = text(object, "location") ?? text(object, "region") ?? text(object, "zone") ?? "global";
    return `projects/${project}/locations/${place}/${typeName.replace(/^google_/, "")}/${name}`;
  }
  if (settings.provider === "azurerm") {
    const group = text(object, "resource_group_name") ?? "simulated";
    const root = `/subscriptions/${settings.account}/resourceGroups/`;
    const type = typeName.replace(/^azurerm_/, "");
    return type === "resource_group" ? root + name : `${root}${group}/providers/Simulated/${type}/${name}`;
  }
  return own ?? `sim-${hash}`;
}

function arn({ settings, typeName, object }: FakeContext, hash: string): string {
  const [, service = "simulated", ...words] = typeName.split("_");
  const name = text(object, "name") ?? `sim-${hash}`;
  return `arn:aws:${service}:${text(object, "region") ?? settings.region}:${settings.account}:${words.join("-")}/${name}`;
}

function text(object: ObjectValue, name: string): string | undefined {
  const value = object[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Eight hexadecimal digits that stay the same for the same text. */
export function shortHash(source: string): string {
  return createHash("sha256").update(source).digest("hex").slice(0, 8);
}

function byte(hash: string, position: number): number {
  return 1 + (Number.parseInt(hash.slice(position, position + 2), 16) % 254);
}
