import { renderMarkdown } from "../../../review/markdown/render";
import type { JsonObject } from "../../../review/plan/json";
import { describeWithTerraform } from "../../support/with-tools";
import { actions, aws, reviewed } from "./support";

const network = {
  aws_vpc: { main: { cidr_block: "10.0.0.0/16", tags: { Name: "main" } } },
  aws_subnet: {
    a: { vpc_id: "${aws_vpc.main.id}", cidr_block: "${cidrsubnet(aws_vpc.main.cidr_block, 8, 1)}" },
    b: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.2.0/24" },
  },
};

const document = (actions: readonly string[]): JsonObject => ({
  data: {
    aws_iam_policy_document: {
      read: { statement: [{ actions, resources: ["arn:aws:s3:::models/*"] }] },
    },
  },
});
const policy = {
  aws_iam_role: { node: { name: "node", assume_role_policy: "{}" } },
  aws_iam_role_policy: {
    read: { role: "${aws_iam_role.node.name}", policy: "${data.aws_iam_policy_document.read.json}" },
  },
};

const image = (owner: string): JsonObject => ({
  data: { aws_ami: { node: { most_recent: true, owners: [owner], filter: [{ name: "name", values: ["node-*"] }] } } },
});
const template = {
  aws_launch_template: { node: { name_prefix: "node-", image_id: "${data.aws_ami.node.id}" } },
  aws_eks_node_group: {
    node: {
      cluster_name: "c",
      node_role_arn: "arn:aws:iam::111122223333:role/node",
      subnet_ids: ["subnet-0a0a0a0a0a0a0a0a0"],
      scaling_config: { desired_size: 1, max_size: 1, min_size: 0 },
      launch_template: { id: "${aws_launch_template.node.id}", version: "${aws_launch_template.node.latest_version}" },
    },
  },
};

describeWithTerraform("a simulated change of a stack", () => {
  test("of metadata alone is no change, and no more is claimed than that none was found", async () => {
    const noted = { ...network, aws_vpc: { main: { ...network.aws_vpc.main, "//": { metadata: { path: "x" } } } } };
    const review = await reviewed(aws(network), aws(noted));
    expect(review).toMatchObject({ verdict: "NONE_FOUND", simulated: true, stacks: [{ basis: "simulation" }] });
    expect(renderMarkdown(review).text).toMatch(/^## SIMULATED: no change found by simulation\n\n\*\*Simulated\*\*: /);
  });

  test("creates what base does not have, and nothing else", async () => {
    const more = {
      ...network,
      aws_subnet: { ...network.aws_subnet, c: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.3.0/24" } },
    };
    const review = await reviewed(aws(network), aws(more));
    expect(actions(review)).toEqual({ "aws_subnet.c": "create" });
    expect(review.counters).toMatchObject({ create: 1, update: 0, destroy: 0 });
  });

  test("destroys what head no longer has", async () => {
    const { b: _, ...rest } = network.aws_subnet;
    expect(actions(await reviewed(aws(network), aws({ ...network, aws_subnet: rest })))).toEqual({
      "aws_subnet.b": "delete",
    });
  });

  test("of a tag is an update in place; of the range of a network a replacement, with all that lies in it", async () => {
    const vpc = (more: JsonObject) => ({ ...network, aws_vpc: { main: { ...network.aws_vpc.main, ...more } } });
    expect(actions(await reviewed(aws(network), aws(vpc({ tags: { Name: "other" } }))))).toEqual({
      "aws_vpc.main": "update",
    });
    const review = await reviewed(aws(network), aws(vpc({ cidr_block: "10.1.0.0/16" })));
    expect(actions(review)).toEqual({
      "aws_vpc.main": "replace",
      "aws_subnet.a": "replace",
      "aws_subnet.b": "replace",
    });
    expect(review.verdict).toBe("DESTROYS");
    expect(review.changes[0]?.reasons.join()).toContain("forced by");
  });

  test("that widens a policy document shows the policy, before and after", async () => {
    const review = await reviewed(
      aws(policy, document(["s3:GetObject"])),
      aws(policy, document(["s3:GetObject", "s3:*"])),
    );
    expect(actions(review)).toEqual({ "aws_iam_role_policy.read": "update" });
    const [change] = review.changes;
    expect(change?.concerns).toEqual(["access"]);
    expect(JSON.stringify(change?.attributes)).toMatch(/s3:\*/);
  });

  test("of what an image is looked for by shows a new version of the template, and the nodes that follow it", async () => {
    const review = await reviewed(aws(template, image("amazon")), aws(template, image("111122223333")));
    expect(actions(review)).toEqual({ "aws_launch_template.node": "update", "aws_eks_node_group.node": "update" });
    const [before, after] = ["before", "after"].map((side) =>
      review.changes
        .flatMap(({ attributes }) => attributes)
        .filter(({ path }) => path === "image_id")
        .map((each) => JSON.stringify(each[side === "before" ? "before" : "after"])),
    );
    expect(before?.[0]).toMatch(/ami-[0-9a-f]{17}/);
    expect(after?.[0]).toMatch(/ami-[0-9a-f]{17}/);
    expect(before).not.toEqual(after);
  });

  test("that a guard forbids is blocked; without the guard it is a replacement", async () => {
    const guarded = (cidr: string, guard: boolean) =>
      aws({ aws_vpc: { main: { cidr_block: cidr, lifecycle: { prevent_destroy: guard } } } });
    const blocked = await reviewed(guarded("10.0.0.0/16", true), guarded("10.1.0.0/16", true));
    expect(blocked.verdict).toBe("INCOMPLETE");
    expect(blocked.changes).toMatchObject([{ address: "aws_vpc.main", action: "replace", isBlocked: true }]);
    const free = await reviewed(guarded("10.0.0.0/16", true), guarded("10.1.0.0/16", false));
    expect(free.verdict).toBe("DESTROYS");
    expect(free.changes[0]?.isBlocked).toBeUndefined();
  });

  test("of a name, with a moved block, is a move and not the end of one thing and the beginning of another", async () => {
    const { b, ...rest } = network.aws_subnet;
    const head = aws(
      { ...network, aws_subnet: { ...rest, c: b } },
      { moved: [{ from: "aws_subnet.b", to: "aws_subnet.c" }] },
    );
    const review = await reviewed(aws(network), head);
    expect(review).toMatchObject({ verdict: "MOVES", counters: { move: 1, create: 0, destroy: 0 } });
    // Merged, and still there in the next change: done already.
    expect(
      (
        await reviewed(
          head,
          aws({ ...network, aws_subnet: { ...rest, c: { ...b, tags: { a: "b" } } } }, { moved: head["moved"] }),
        )
      ).counters,
    ).toMatchObject({ update: 1, move: 0 });
  });

  test("of objects by count and by key touches those that come and go", async () => {
    const counted = (count: number, keys: readonly string[]) =>
      aws({
        aws_eip: { nat: { count, domain: "vpc" } },
        aws_security_group: { each: { for_each: `\${toset(${JSON.stringify(keys)})}`, name: "${each.key}" } },
      });
    expect(actions(await reviewed(counted(2, ["a", "b"]), counted(3, ["b", "c"])))).toEqual({
      "aws_eip.nat[2]": "create",
      'aws_security_group.each["a"]': "delete",
      'aws_security_group.each["c"]': "create",
    });
  });

  test("that makes a provider add another tag updates all that it made", async () => {
    const tagged = (value: string) => ({
      ...aws(network),
      provider: { aws: [{ region: "us-east-2", default_tags: [{ tags: { team: value } }] }] },
    });
    expect(actions(await reviewed(tagged("a"), tagged("b")))).toEqual({
      "aws_vpc.main": "update",
      "aws_subnet.a": "update",
      "aws_subnet.b": "update",
    });
  });

  test("of a stack that is new creates it all", async () => {
    expect((await reviewed(undefined, aws(network))).counters).toMatchObject({ create: 3, update: 0, destroy: 0 });
  });
});
