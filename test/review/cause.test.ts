import { type Body, bodiesOf } from "../../review/inputs/bodies";
import { causesOf } from "../../review/report/cause";

const stack = (resource: object, data: object = {}) => bodiesOf(JSON.parse(JSON.stringify({ resource, data })));

const base = {
  aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
  aws_subnet: { a: { vpc_id: "${aws_vpc.main.id}" }, b: { vpc_id: "vpc-1" } },
  aws_instance: { x: { subnet_id: "${aws_subnet.a.id}" }, y: { subnet_id: "${aws_subnet.b.id}" } },
};

const causes = (head: ReadonlyMap<string, Body>, before: ReadonlyMap<string, Body> | undefined, ...drifted: string[]) =>
  causesOf({ head, base: before }, new Set(drifted));

test("what is said of an object refers to others by expressions and by what comes first", () => {
  const bodies = stack({
    aws_a: {
      b: { x: "${aws_c.d.id}-${data.aws_e.f[0].id}", y: "aws_g.h", depends_on: ["aws_i.j"], "//": { x: "${aws_k.l}" } },
    },
  });
  expect(bodies.get("aws_a.b")?.references).toEqual(["aws_c.d", "data.aws_e.f", "aws_i.j"]);
});

describe("the cause of a change", () => {
  test("is this change where the program says something else of it, or of what it depends on", () => {
    const head = { ...base, aws_vpc: { main: { cidr_block: "10.1.0.0/16" } } };
    const cause = causes(stack(head), stack(base));
    expect(["aws_vpc.main", "aws_subnet.a", "aws_instance.x", "aws_instance.x[0]"].map(cause)).toEqual(
      Array(4).fill("thisChange"),
    );
    expect(["aws_subnet.b", "aws_instance.y"].map(cause)).toEqual(["pendingOnBase", "pendingOnBase"]);
  });

  test("is this change where something is new, gone, or of a new stack", () => {
    const { aws_instance: _, ...without } = base;
    expect(causes(stack(without), stack(base))("aws_instance.x")).toBe("thisChange");
    expect(causes(stack(base), stack(without))("aws_instance.x")).toBe("thisChange");
    expect(causes(stack(base), undefined)("aws_subnet.b")).toBe("thisChange");
  });

  test("is drift where nothing is said anew and it was changed outside", () => {
    const cause = causes(stack(base), stack(base), "aws_subnet.b");
    expect([cause("aws_subnet.b"), cause("aws_subnet.a")]).toEqual(["drift", "pendingOnBase"]);
  });

  test("the place in the program and circles are no reasons", () => {
    const circle = { aws_a: { x: { v: "${aws_a.y.id}" }, y: { v: "${aws_a.x.id}" } } };
    const moved = {
      aws_a: { x: { v: "${aws_a.y.id}", "//": { metadata: { path: "elsewhere" } } }, y: circle.aws_a.y },
    };
    expect(causes(stack(moved), stack(circle))("aws_a.x")).toBe("pendingOnBase");
  });
});
