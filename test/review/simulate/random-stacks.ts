import fc from "fast-check";
import type { Json, JsonObject } from "../../../review/plan/json";
import { aws } from "./support";

/** One thing of a random stack. */
interface Thing {
  readonly kind: keyof typeof KINDS;
  /** Which of the things before it names, counted from the front and round again. */
  readonly names: number;
  /** A setting that changes in place. */
  readonly soft: number;
  /** A setting whose change replaces the object. */
  readonly hard: number;
}

interface Kind {
  /** Where it stands: block, and type where there is one. */
  readonly at: readonly string[];
  /** What another thing says of it. */
  readonly reference: (name: string) => string;
  readonly body: (name: string, thing: Thing, named: string) => Json;
}

/** Kinds of things: one of each sort of which a stack is made. */
const KINDS = {
  network: {
    at: ["resource", "aws_vpc"],
    reference: (name) => `aws_vpc.${name}.id`,
    body: (name, { soft, hard }, named) => ({
      cidr_block: `10.${hard}.0.0/16`,
      tags: { name, soft: `${soft}`, named },
    }),
  },
  subnet: {
    at: ["resource", "aws_subnet"],
    reference: (name) => `aws_subnet.${name}.arn`,
    body: (name, { soft, hard }, named) => ({
      vpc_id: named,
      cidr_block: `10.0.${hard}.0/24`,
      tags: { name, soft: `${soft}` },
    }),
  },
  addresses: {
    at: ["resource", "aws_security_group"],
    reference: (name) => `aws_security_group.${name}[1].id`,
    body: (name, { soft, hard }, named) => ({
      count: 2,
      name: `${name}-${hard}-\${count.index}`,
      tags: { soft: `${soft}`, named },
    }),
  },
  keyed: {
    at: ["resource", "aws_cloudwatch_log_group"],
    reference: (name) => `aws_cloudwatch_log_group.${name}["a"].arn`,
    body: (name, { soft, hard }, named) => ({
      for_each: `\${toset(${JSON.stringify(soft === 0 ? ["a"] : ["a", "b"])})}`,
      name: `${name}-${hard}-\${each.key}`,
      tags: { named },
    }),
  },
  template: {
    at: ["resource", "aws_launch_template"],
    reference: (name) => `aws_launch_template.${name}.latest_version`,
    body: (name, { soft, hard }, named) => ({ name: `${name}-${hard}`, user_data: `${soft}`, tags: { named } }),
  },
  figures: {
    at: ["resource", "terraform_data"],
    reference: (name) => `terraform_data.${name}.id`,
    body: (_name, { soft, hard }, named) => ({ input: [`${soft}`, named], triggers_replace: `${hard}` }),
  },
  document: {
    at: ["data", "aws_iam_policy_document"],
    reference: (name) => `data.aws_iam_policy_document.${name}.json`,
    body: (_name, { soft, hard }, named) => ({
      statement: [{ actions: [`s3:${soft}`, `ec2:${hard}`], resources: [named] }],
    }),
  },
  image: {
    at: ["data", "aws_ami"],
    reference: (name) => `data.aws_ami.${name}.id`,
    body: (_name, { soft, hard }, named) => ({ owners: [`${soft}`], filter: [{ name: `${hard}`, values: [named] }] }),
  },
  local: {
    at: ["locals"],
    reference: (name) => `local.${name}`,
    body: (_name, { soft, hard }, named) => `${soft} ${hard} ${named}`,
  },
  output: { at: ["output"], reference: () => "", body: (_name, _thing, named) => ({ value: named }) },
} as const satisfies Readonly<Record<string, Kind>>;

/** What a change does to a thing. */
type Fate = "stays" | "softens" | "hardens" | "goes";

const thing: fc.Arbitrary<Thing> = fc.record({
  kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
  names: fc.nat(20),
  soft: fc.nat(1),
  hard: fc.nat(1),
});
const fate = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>("stays") },
  { weight: 1, arbitrary: fc.constantFrom<Fate>("softens", "hardens", "goes") },
);

/** A stack and what a change makes of it. */
export const changedStack: fc.Arbitrary<{ readonly base: JsonObject; readonly head: JsonObject }> = fc
  .record({
    things: fc.array(fc.tuple(thing, fate), { minLength: 4, maxLength: 14 }),
    more: fc.array(thing, { maxLength: 2 }),
  })
  .map(({ things, more }) => ({
    base: stackOf(things.map(([each]) => each)),
    head: stackOf([...things.map(([each, fated]) => after(each, fated)), ...more]),
  }));

function after(each: Thing, fated: Fate): Thing | undefined {
  if (fated === "goes") return undefined;
  if (fated === "softens") return { ...each, soft: each.soft + 1 };
  return fated === "hardens" ? { ...each, hard: each.hard + 7 } : each;
}

/** A stack of things; what names a thing that has gone names nothing. */
function stackOf(things: readonly (Thing | undefined)[]): JsonObject {
  const blocks: Record<string, Record<string, Json>> = {};
  for (const [index, each] of things.entries()) {
    if (each === undefined) continue;
    const kind: Kind = KINDS[each.kind];
    const [block = "", type] = kind.at;
    const body = kind.body(`n${index}`, each, nameOf(things, index, each));
    const found = blocks[block] ?? {};
    blocks[block] = found;
    if (type === undefined) found[`n${index}`] = body;
    else found[type] = { ...(found[type] as JsonObject | undefined), [`n${index}`]: body };
  }
  const { resource = {}, ...others } = blocks;
  return aws(resource, others);
}

/** What a thing says of the one that it names. */
function nameOf(things: readonly (Thing | undefined)[], index: number, { names }: Thing): string {
  const at = index === 0 ? -1 : names % index;
  const named = things[at];
  const reference = named === undefined ? "" : (KINDS[named.kind] as Kind).reference(`n${at}`);
  return reference === "" ? "arn:aws:s3:::nothing" : `\${${reference}}`;
}
