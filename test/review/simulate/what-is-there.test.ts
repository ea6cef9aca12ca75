import { renderMarkdown } from "../../../review/markdown/render";
import type { JsonObject } from "../../../review/plan/json";
import { shutGates } from "../../../review/report/gate";
import { wholeOf } from "../../../review/simulate/slice";
import { describeWithTerraform } from "../../support/with-tools";
import { actions, aws, reviewed, simulated } from "./support";

const data = (input: unknown, more: JsonObject = {}): JsonObject => ({
  terraform: { backend: { local: { path: "x" } } },
  resource: { terraform_data: { figures: { input: input as JsonObject } }, ...more },
});

describeWithTerraform("what base says is taken for what is there", () => {
  test("also what Terraform itself makes, whatever its type, and what depends on what only an apply tells", async () => {
    const chain = (last: string): JsonObject => ({
      terraform: {},
      resource: {
        terraform_data: {
          first: { input: { list: "${tolist([1, 2])}", set: '${toset(["a"])}', text: "a" } },
          second: { input: "${terraform_data.first.id}", triggers_replace: ["${terraform_data.first.output.text}"] },
          third: { count: 2, input: "${terraform_data.second.id}" },
          fourth: { for_each: '${toset(["k"])}', input: "${terraform_data.third[1].output} ${each.key}" },
          last: { input: `\${terraform_data.fourth["k"].output} ${last}` },
        },
      },
    });
    const review = await reviewed(chain("before"), chain("after"));
    expect(actions(review)).toEqual({ "terraform_data.last": "update" });
    const [input] = review.changes[0]?.attributes ?? [];
    expect(input).toMatchObject({ path: "input", before: { is: "value" }, after: { is: "value" } });
    expect(JSON.stringify(input)).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{21,22} k before/);
  });

  test("also what needs an object that is known to be another once more is known", async () => {
    const network = (named: string): JsonObject => ({ cidr_block: "10.0.0.0/16", tags: { named } });
    const resource = {
      terraform_data: { first: { input: "a" } },
      aws_vpc: { second: network("${terraform_data.first.id}"), third: network("${aws_vpc.second.id}") },
      aws_launch_template: { node: { name: "node", tags: { named: "${aws_vpc.second.id}" } } },
    };
    const review = await reviewed(aws(resource), aws(resource, { output: { all: { value: "${aws_vpc.third.id}" } } }), {
      cut: wholeOf,
    });
    expect(actions(review)).toEqual({});
    expect(review.outputs).toHaveLength(1);
  });

  test("also outputs of what is read, or known, only once something else is made", async () => {
    const resource = (soft: string) => ({
      terraform_data: { figures: { input: "a" } },
      aws_vpc: { first: { cidr_block: "10.0.0.0/16" }, last: { cidr_block: "10.1.0.0/16", tags: { soft } } },
    });
    const others = {
      data: { aws_ami: { node: { owners: ["self"], filter: [{ name: "vpc", values: ["${aws_vpc.first.id}"] }] } } },
      output: { image: { value: "${data.aws_ami.node.id}" }, figures: { value: "${terraform_data.figures.id}" } },
    };
    const review = await reviewed(aws(resource("0"), others), aws(resource("1"), others), { cut: wholeOf });
    expect(actions(review)).toEqual({ "aws_vpc.last": "update" });
    expect(review.outputs).toEqual([]);
  });

  test("headline figures of a site show as they change", async () => {
    const review = await reviewed(data({ critical_it_mw: "300" }), data({ critical_it_mw: "340" }));
    expect(review.changes[0]?.attributes[0]).toMatchObject({
      path: "input.critical_it_mw",
      before: { text: '"300"' },
      after: { text: '"340"' },
    });
  });

  test("secrets of the configuration and of providers stay hidden, and do not look changed", async () => {
    const secret = "hunter2hunter2";
    const stack = (name: string) =>
      aws(
        {
          aws_vpn_connection: {
            link: { customer_gateway_id: "cgw-0a0a0a0a0a0a0a0a0", type: "ipsec.1", tags: { Name: name } },
          },
          aws_ssm_parameter: { key: { name: "key", type: "SecureString", value: "${var.key}", description: name } },
          aws_launch_template: {
            t: {
              name: "t",
              description: name,
              tag_specifications: [{ resource_type: "instance", tags: { key: "${var.key}" } }],
            },
          },
        },
        { variable: { key: { default: secret, sensitive: true } } },
      );
    const review = await reviewed(stack("a"), stack("b"));
    expect(actions(review)).toEqual({
      "aws_vpn_connection.link": "update",
      "aws_ssm_parameter.key": "update",
      "aws_launch_template.t": "update",
    });
    const paths = review.changes.flatMap(({ attributes }) => attributes.map(({ path }) => path));
    expect(new Set(paths)).toEqual(new Set(["tags.Name", "tags_all.Name", "description"]));
    expect(JSON.stringify(review)).not.toContain(secret);
  });

  test("variables that nobody sets have stand-ins, the same in both, and that is said", async () => {
    const stack = (size: number) =>
      aws(
        { aws_vpc: { main: { cidr_block: "10.0.0.0/16", tags: { Name: "${var.name}", size: `${size}` } } } },
        { variable: { name: { type: "string" } } },
      );
    const { outcome, notes } = await simulated(stack(1), stack(2));
    expect(outcome.is).toBe("planned");
    expect(notes).toEqual(["made-up values stand for the variables name"]);
  });

  test("that the state or the versions of providers change is said, since no simulation shows it", async () => {
    const base = aws({ aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } });
    const head = {
      ...base,
      terraform: {
        required_providers: { aws: { source: "aws", version: "7.0.0" } },
        backend: { local: { path: "y" } },
      },
    };
    const { outcome, notes } = await simulated(base, head);
    expect(outcome.is).toBe("unchanged");
    expect(notes).toEqual([
      expect.stringContaining("where its state is kept changes"),
      expect.stringContaining("versions of its providers"),
    ]);
  });
});

describeWithTerraform("a stack that nothing can stand for", () => {
  const random = (length: number): JsonObject => ({
    terraform: { required_providers: { random: { source: "hashicorp/random" } } },
    resource: { random_id: { id: { byte_length: length } } },
  });

  test("for want of bindings is not simulated, and the review is incomplete and says so", async () => {
    const review = await reviewed(random(4), random(8));
    expect(review).toMatchObject({
      verdict: "INCOMPLETE",
      stacks: [
        {
          state: "notSimulated",
          note: "there are no bindings of the provider hashicorp/random, from which it could be simulated",
        },
      ],
    });
    expect(review.stacks[0]?.counters).toBeUndefined();
    const { text } = renderMarkdown(review);
    expect(text).toMatch(/^## SIMULATED, INCOMPLETE: not all stacks could be simulated: what follows is a part\n/);
    expect(text).toContain("- **not simulated**: `net`:");
    expect(shutGates(review, ["change"])).toEqual(["change"]);
  });

  test("is no hindrance where the change has nothing to do with it", async () => {
    const both = (cidr: string): JsonObject => {
      const vpc = aws({ aws_vpc: { main: { cidr_block: cidr } }, random_id: { id: { byte_length: 4 } } });
      return {
        ...vpc,
        terraform: { required_providers: { aws: { source: "aws" }, random: { source: "hashicorp/random" } } },
      };
    };
    expect(actions(await reviewed(both("10.0.0.0/16"), both("10.1.0.0/16")))).toEqual({ "aws_vpc.main": "replace" });
  });

  test("that has a module is not simulated", async () => {
    const stack = (name: string): JsonObject => ({ module: { net: { source: "./net", name } } });
    expect((await simulated(stack("a"), stack("b"))).outcome).toMatchObject({ is: "notSimulated" });
  });

  test("that base itself cannot be planned is told with what Terraform says; of head it is a failure", async () => {
    const [good, bad] = [
      aws({ aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } }),
      aws({ aws_vpc: { main: { cidr_blok: "x" } } }),
    ];
    const { outcome } = await simulated(bad, good);
    expect(outcome).toMatchObject({
      is: "notSimulated",
      why: expect.stringMatching(/^what base says cannot be planned/),
    });
    const review = await reviewed(good, bad);
    expect(review).toMatchObject({ verdict: "INCOMPLETE", stacks: [{ state: "failed" }] });
    expect(review.stacks[0]?.diagnostics[0]?.summary).toBe("Extraneous JSON object property");
  });

  test("an update of a type that nobody has looked up may be a replacement, and says so; of one that somebody has, it says nothing", async () => {
    const stack = (value: string) =>
      aws({
        aws_sqs_queue: { q: { name: "q", policy: value } },
        aws_vpc: { main: { cidr_block: "10.0.0.0/16", tags: { value } } },
      });
    const { changes } = await reviewed(stack("{}"), stack('{"a":1}'));
    const reasons = Object.fromEntries(changes.map(({ address, reasons: each }) => [address, each]));
    expect(reasons["aws_sqs_queue.q"]).toEqual([expect.stringMatching(/^may replace it/)]);
    expect(reasons["aws_vpc.main"]).toEqual([]);
  });
});
