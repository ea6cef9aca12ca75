import type { Output } from "../../../review/inputs/output";
import type { JsonObject } from "../../../review/plan/json";
import { buildReview } from "../../../review/report/build-review";
import type { Review } from "../../../review/report/schema";
import { simulate } from "../../../review/simulate/simulate";
import { findTerraform } from "../../support/terraform";
import { describeWithTerraform } from "../../support/with-tools";
import { actions, aws, stackOf } from "./support";

const outputOf = (stacks: Readonly<Record<string, JsonObject>>): Output => ({
  folder: "/nowhere",
  fleet: undefined,
  stacks: Object.entries(stacks).map(([name, json]) => stackOf(json, name)),
});

async function reviewOf(
  base: Readonly<Record<string, JsonObject>>,
  head: typeof base,
  ran: string[] = [],
): Promise<Review> {
  const inputs = await simulate(outputOf(base), outputOf(head), {
    binary: findTerraform() ?? "terraform",
    parallelism: 2,
    onDone: (stack) => ran.push(stack),
  });
  return buildReview(inputs, { isSimulated: true });
}

const backend = (key: string) => ({ s3: { bucket: "atlas-tfstate", key, region: "us-east-2" } });
const foundation = (cidr: string): JsonObject => ({
  ...aws(
    { aws_vpc: { main: { cidr_block: cidr } } },
    { output: { vpc_id: { value: "${aws_vpc.main.id}" }, cidrs: { value: ["${aws_vpc.main.cidr_block}"] } } },
  ),
  terraform: { required_providers: { aws: { source: "aws" } }, backend: backend("foundation") },
});
const cluster = (tag: string, key = "foundation"): JsonObject =>
  aws(
    {
      aws_subnet: {
        a: {
          vpc_id: "${data.terraform_remote_state.net.outputs.vpc_id}",
          cidr_block: "${cidrsubnet(data.terraform_remote_state.net.outputs.cidrs[0], 8, 1)}",
          tags: { tag },
        },
      },
    },
    {
      data: {
        terraform_remote_state: {
          net: { backend: "s3", config: { bucket: "atlas-tfstate", key, region: "us-east-2" } },
        },
      },
    },
  );

describeWithTerraform("a simulated change of a program", () => {
  test("runs nothing for stacks that are the same, and names those that are gone", async () => {
    const ran: string[] = [];
    const [same, gone] = [foundation("10.0.0.0/16"), aws({})];
    const review = await reviewOf({ same, gone }, { same, fresh: aws({ aws_eip: { a: { domain: "vpc" } } }) }, ran);
    expect(ran).toEqual(["fresh"]);
    expect(review.stacks.map(({ name, state }) => [name, state])).toEqual([
      ["fresh", "planned"],
      ["gone", "removed"],
      ["same", "unchanged"],
    ]);
    expect(review.verdict).toBe("FORGETS");
  });

  test("gives a stack that reads the state of another what that one gives", async () => {
    const net = foundation("10.0.0.0/16");
    expect(actions(await reviewOf({ net, c: cluster("a") }, { net, c: cluster("b") }))).toEqual({
      "aws_subnet.a": "update",
    });
    const moved = await reviewOf({ net, c: cluster("a") }, { net: foundation("10.1.0.0/16"), c: cluster("a") });
    expect(actions(moved)).toEqual({ "aws_vpc.main": "replace", "aws_subnet.a": "replace" });
    expect(moved.outputs.map(({ stack, name }) => `${stack} ${name}`)).toEqual(["net cidrs", "net vpc_id"]);
    const subnet = moved.changes.find(({ address }) => address === "aws_subnet.a");
    expect(subnet?.attributes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          path: "cidr_block",
          before: { is: "value", text: '"10.0.1.0/24"' },
          after: { is: "value", text: '"10.1.1.0/24"' },
        }),
      ]),
    );
  });

  test("gives stand-ins for a state that no stack has, and for stacks that read each other", async () => {
    const reads = (key: string, tag: string): JsonObject => ({
      ...aws(
        { aws_eip: { a: { domain: "vpc", tags: { tag, id: "${data.terraform_remote_state.it.outputs.id}" } } } },
        {
          data: { terraform_remote_state: { it: { backend: "s3", config: { bucket: "atlas-tfstate", key } } } },
          output: { id: { value: "${aws_eip.a.id}" } },
        },
      ),
      terraform: {
        required_providers: { aws: { source: "aws" } },
        backend: { s3: { bucket: "atlas-tfstate", key: key === "x" ? "y" : "x" } },
      },
    });
    const ring = (tag: string) => ({ x: reads("y", tag), y: reads("x", tag) });
    expect((await reviewOf(ring("a"), ring("b"))).counters).toMatchObject({ update: 2, create: 0 });
    const alone = await reviewOf({ c: reads("elsewhere", "a") }, { c: reads("elsewhere", "b") });
    expect(alone.counters).toMatchObject({ update: 1, create: 0 });
  });
});
