import { arn, awsReference, decimals, digits, type Identified, numberOf, objectId, uuid } from "./identity";
import { Block, CtyType } from "./schema";
import { isList, isObject, ObjectValue, Unknown, Value } from "./value";

/** The object whose unknown values are made up, and what they are made from. */
export interface FakeContext extends Identified {
  /** Whether an answer of a data source is made up, which depends on all that was asked. */
  readonly isAnswer?: boolean;
  /** How many elements a list must have at least for what the program looks up in it, by the attribute's name. */
  readonly lengths?: ReadonlyMap<string, number>;
  /** Which unknown values are made up. @default - all */
  readonly fills?: (value: Unknown) => boolean;
}

/** Strings whose form matters to those who read them, by the attribute's name; the first match counts. */
const STRINGS: readonly (readonly [RegExp, (context: FakeContext, hash: string, name: string) => string])[] = [
  // A KMS key is named by its id.
  [/^(id|key_id)$/, objectId],
  [/(^|_)arn$/, arn],
  [/^self_link/, (context) => `https://www.googleapis.com/compute/v1/${objectId(context)}`],
  [/^(region|location)$/, (context) => context.settings.region],
  [/^(zone|availability_zone)$/, (context) => context.settings.zone],
  [/(^|_)availability_zone_id$/, ({ settings }) => `${regionCode(settings.region)}-az1`],
  [/^(account_id|owner_id|project|subscription_id)$/, (context) => context.settings.account],
  [/^tenant_id$/, () => "11111111-1111-1111-1111-111111111111"],
  [/^(principal_id|client_id|object_id|.*_uuid)$/, (_context, hash) => uuid(hash)],
  [/^(unique_id|number)$/, (_context, hash) => decimals(hash, 12)],
  [/^email$/, (context, hash) => serviceAccount(context, hash)],
  [/^member$/, (context, hash) => `serviceAccount:${serviceAccount(context, hash)}`],
  [
    /(^|_)(policy|json|policy_data)$/,
    (context, hash) => (context.isAnswer ? JSON.stringify({ simulated: hash }) : "{}"),
  ],
  [/certificate|_key$|^data$|base64/, (_context, hash) => Buffer.from(`simulated ${hash}`).toString("base64")],
  [/issuer/, (context, hash) => `https://oidc.${context.settings.region}.simulated.invalid/id/${hash}`],
  [/(endpoint|url|uri|^host)$/, (_context, hash) => `https://${hash}.simulated.invalid`],
  [/(fqdn|dns_name|domain|hostname)$/, (_context, hash) => `${hash}.simulated.invalid`],
  [/ipv6.*cidr(?!.*_ids?$)/, (_context, hash) => `2001:db8:${hash.slice(0, 4)}::/56`],
  [/cidr(?!.*_ids?$)/, (_context, hash) => `10.${byte(hash, 0)}.0.0/16`],
  [/(^|_)ipv6(_address(es)?)?$/, (_context, hash) => `2001:db8::${hash.slice(0, 4)}`],
  [/(^|_)(ip|ip_address|address|ips|addresses|tunnel\d_address)$/, (_context, hash) => `203.0.113.${byte(hash, 0)}`],
  [/asn$/, () => "64512"],
  [/^(status|state|lifecycle_state)$/, () => "ACTIVE"],
  [/(_at|_date|timestamp|_time)$/, () => "2025-01-01T00:00:00Z"],
  [/version$/, (context, hash) => (context.isAnswer ? `1.${numberOf(hash, 0, 1000)}.0` : "1")],
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
    return context.fills?.(value) === false ? value : fakeValue(type, context, path, settable);
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
    return context.isAnswer ? numberOf(`${context.seed} ${path}`, 1, 99) : 1;
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
  const length = Math.max(settable ? 0 : 1, context.lengths?.get(lastName(path)) ?? 0);
  const [, element] = type;
  return Array.from({ length }, (_, index) => fakeValue(element, context, `${path}.${index}`));
}

function fakeString(context: FakeContext, path: string): string {
  const name = lastName(path);
  const hash = digits(`${context.typeName} ${context.seed} ${path}`, 8);
  // Only the object's own id has the provider's form; nested ids are opaque.
  const shape = STRINGS.find(([form]) => form.test(name) && (!/^(key_)?id$/.test(name) || path === name));
  if (shape !== undefined) return shape[1](context, hash, name);
  return (context.settings.provider === "aws" ? awsReference(name, hash) : undefined) ?? `sim-${hash}`;
}

/** The name of the attribute that a path ends in, without the numbers of elements. */
const lastName = (path: string): string =>
  path
    .split(".")
    .filter((step) => !/^\d+$/.test(step))
    .at(-1) ?? path;

/** Source: Google Cloud IAM documentation, service account identifiers. */
function serviceAccount({ settings, object }: FakeContext, hash: string): string {
  const { account_id: account, project } = object;
  const [name, home] = [account, project].map((each) => (typeof each === "string" && each !== "" ? each : undefined));
  return `${name ?? `sim-${hash}`}@${home ?? settings.account}.iam.gserviceaccount.com`;
}

/** `use2` of `us-east-2`, `apne1` of `ap-northeast-1`. Source: AWS RAM User Guide, availability zone IDs. */
const regionCode = (region: string): string =>
  region.replace(/north|south|east|west|central|gov/g, ([initial = ""]) => initial).replaceAll("-", "");

/** From 1 to 254. */
const byte = (hash: string, position: number): number =>
  1 + (Number.parseInt(hash.slice(position, position + 2), 16) % 254);
