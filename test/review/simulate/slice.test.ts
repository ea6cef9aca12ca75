import type { JsonObject } from "../../../review/plan/json";
import { lengthsIn } from "../../../review/simulate/lengths";
import { partsOf } from "../../../review/simulate/parts";
import { sliceOf } from "../../../review/simulate/slice";

const stack = (more: JsonObject = {}): JsonObject => ({
  provider: { aws: [{ region: "us-east-2" }, { alias: "west", region: "${local.west}" }] },
  locals: { west: "us-west-2", zone: "${data.aws_availability_zones.z.names[3]}" },
  data: { aws_availability_zones: { z: { state: "available" } } },
  resource: {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16", "//": { metadata: { path: "a" } } }, far: { provider: "aws.west" } },
    aws_subnet: {
      a: { vpc_id: "${aws_vpc.main.id}", availability_zone: "${local.zone}" },
      b: { vpc_id: "${aws_vpc.far.id}" },
    },
    aws_eip: { alone: { domain: "vpc" }, after: { depends_on: ["aws_subnet.a"] } },
    aws_key_pair: { k: { public_key: '%{ if aws_eip.alone.public_ip == "" }x%{ endif }' } },
  },
  output: { subnet: { value: "${aws_subnet.a.id}" }, address: { value: "${aws_eip.alone.public_ip}" } },
  ...more,
});

/** The parts that are planned where one stack becomes another. */
const slice = (base: JsonObject, head: JsonObject) => [...sliceOf(partsOf(base), partsOf(head)).parts].sort();

const withResource = (type: string, name: string, body: JsonObject | undefined): JsonObject => {
  const resources = stack()["resource"] as Record<string, Record<string, JsonObject>>;
  const { [name]: _, ...others } = resources[type] ?? {};
  return stack({ resource: { ...resources, [type]: { ...others, ...(body === undefined ? {} : { [name]: body }) } } });
};

describe("the part of a stack that is planned", () => {
  test("is nothing where only metadata changes", () => {
    expect(slice(stack(), withResource("aws_vpc", "main", { cidr_block: "10.0.0.0/16" }))).toEqual([]);
  });

  test("is what changes, what depends on it, and what all of that needs; not who needs the same", () => {
    expect(slice(stack(), withResource("aws_vpc", "main", { cidr_block: "10.1.0.0/16" }))).toEqual([
      "aws_eip.after",
      "aws_subnet.a",
      "aws_vpc.main",
      "data.aws_availability_zones.z",
      "local.zone",
      "output.subnet",
      "provider.aws",
    ]);
  });

  test("follows a provider, and what its settings need, to all that is made with it", () => {
    const head = stack({ locals: { west: "us-west-1", zone: "${data.aws_availability_zones.z.names[3]}" } });
    expect(slice(stack(), head)).toEqual([
      "aws_subnet.b",
      "aws_vpc.far",
      "local.west",
      "provider.aws",
      "provider.aws.west",
    ]);
  });

  test("finds what stands in a directive of a template", () => {
    expect(slice(stack(), withResource("aws_eip", "alone", { domain: "standard" }))).toEqual([
      "aws_eip.alone",
      "aws_key_pair.k",
      "output.address",
      "provider.aws",
    ]);
  });

  test("has in base what only head needs, so that it is not made anew", () => {
    const head = withResource("aws_eip", "new", { tags: { near: "${aws_subnet.b.id}" } });
    expect(slice(stack(), head)).toEqual(
      ["aws_eip.new", "aws_subnet.b", "aws_vpc.far", "local.west", "provider.aws", "provider.aws.west"].sort(),
    );
  });

  test("has moved blocks with both of their ends", () => {
    const body = { vpc_id: "${aws_vpc.far.id}" };
    const gone = withResource("aws_subnet", "b", undefined)["resource"] as Record<string, JsonObject>;
    const head = stack({
      resource: { ...gone, aws_subnet: { ...gone["aws_subnet"], c: body } },
      moved: [{ from: "aws_subnet.b", to: "aws_subnet.c" }],
    });
    const found = slice(stack(), head);
    expect(found).toEqual(expect.arrayContaining(["aws_subnet.b", "aws_subnet.c", "moved.aws_subnet.b aws_subnet.c"]));
    expect(found).not.toContain("aws_subnet.a");
  });
});

describe("lists are made up as long as what is looked up in them", () => {
  const lengths = (text: string) => Object.fromEntries(lengthsIn(partsOf({ locals: { a: text } })));

  test.each([
    ["${data.aws_availability_zones.z.names[3]}", { names: 4 }],
    ["${data.aws_subnets.s.ids.2}", { ids: 3 }],
    ['${jsonencode({ a = "x", b = data.aws_subnets.s.ids[7] })}', { ids: 8 }],
    ["${element(data.aws_subnets.s.ids, 4)}", { ids: 5 }],
    ["${slice(data.aws_subnets.s.ids, 0, 6)}", { ids: 7 }],
    ["%{ if data.aws_subnets.s.ids[1] == 1 }%{ endif }", { ids: 2 }],
    // Nobody makes up a million of anything.
    ["${data.aws_subnets.s.ids[1000000]}", { ids: 1000 }],
    ["names[3] in plain words", {}],
  ])("%s", (text, expected) => expect(lengths(text)).toMatchObject(expected));

  test("plain words ask for nothing", () => expect(lengths("names[3]")).toEqual({}));
});
