import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../review/plan/json";
import { readPlan } from "../../review/plan/read-plan";
import { resourceChanges } from "../../review/plan/resource-change";
import type { Diagnostic } from "../../review/report/schema";
import { unappliedData, withStandIns } from "../../review/run/estimate";
import { root } from "../support/temp";
import { change, planBytes, planOf, type Raw } from "./support";

const stack: JsonObject = {
  data: {
    aws_vpc: { net: { tags: { Name: "ohio", "siteform:site": "ohio" }, "//": { metadata: { path: "x" } } } },
    aws_subnet: { a: { tags: { Name: "ohio-a" }, vpc_id: "${data.aws_vpc.net.id}" } },
    aws_ami: { image: { owners: ["amazon"], name_regex: "al2023" } },
  },
  resource: {
    aws_eks_cluster: {
      c: {
        vpc_config: {
          subnet_ids: ["${data.aws_subnet.a.id}"],
          note: "in ${data.aws_vpc.net.tags} and ${data.aws_ami.image.id}",
        },
        depends_on: ["data.aws_vpc.net", "aws_iam_role.r"],
      },
    },
  },
};

const created = (...changes: Raw[]) => resourceChanges(readPlan(planBytes(planOf(...changes))));
const vpc = (tags: Raw) => change("aws_vpc.network", ["create"], { after: { cidr_block: "10.0.0.0/16", tags } });
const foundation = created(vpc({ Name: "ohio", "siteform:site": "ohio", team: "x" }));
const error = (address?: string): Diagnostic => ({
  severity: "error",
  summary: "no matching EC2 VPC found",
  ...(address === undefined ? {} : { address }),
});

describe("what is not applied yet", () => {
  test("is found by the tags that its provider adds, too", () => {
    const tags = { Name: "ohio" };
    const byProvider = change("aws_vpc.network", ["create"], {
      after: { tags, tags_all: { ...tags, "siteform:site": "ohio" } },
    });
    expect(unappliedData(stack, [error("data.aws_vpc.net")], created(byProvider))?.size).toBe(2);
  });

  test("is what another stack creates, and what is looked for within it", () => {
    const found = unappliedData(stack, [error("data.aws_vpc.net")], foundation);
    expect([...(found ?? [])].sort()).toEqual(["data.aws_subnet.a", "data.aws_vpc.net"]);
  });

  test("is nothing where any error has another cause", () => {
    const of = (diagnostics: readonly Diagnostic[], by = foundation) => unappliedData(stack, diagnostics, by);
    expect(of([error("data.aws_vpc.net"), error("aws_eks_cluster.c")])).toBeUndefined();
    expect(of([error("data.aws_vpc.net"), error()])).toBeUndefined();
    expect(of([])).toBeUndefined();
    expect(of([{ ...error("data.aws_vpc.net"), severity: "warning" }])).toBeUndefined();
    // Of an image nobody is to create, a lookup that fails is a failure.
    expect(of([error("data.aws_ami.image")])).toBeUndefined();
    // Another name, another tag, another type.
    expect(of([error("data.aws_vpc.net")], created(vpc({ Name: "iowa", "siteform:site": "ohio" })))).toBeUndefined();
    expect(of([error("data.aws_vpc.net")], created(vpc({ Name: "ohio" })))).toBeUndefined();
    expect(
      of(
        [error("data.aws_vpc.net")],
        created(change("aws_subnet.x", ["create"], { after: { tags: { Name: "ohio" } } })),
      ),
    ).toBeUndefined();
    expect(of([error("data.aws_vpc.net")], [])).toBeUndefined();
  });
});

test("stand-ins are literals in the form of the cloud, and what is taken out no longer comes first", () => {
  const copy = withStandIns(stack, new Set(["data.aws_vpc.net", "data.aws_subnet.a"]));
  expect(Object.keys(copy["data"] ?? {})).toEqual(["aws_ami"]);
  const text = JSON.stringify(copy["resource"]);
  expect(text).toMatch(/"subnet_ids":\["\$\{\\"subnet-[0-9a-f]{17}\\"\}"\]/);
  expect(text).toContain("${data.aws_ami.image.id}");
  expect(text).toContain('"depends_on":["aws_iam_role.r"]');
  expect(JSON.stringify(withStandIns(stack, new Set(["data.aws_vpc.net"])))).toBe(
    JSON.stringify(withStandIns(stack, new Set(["data.aws_vpc.net"]))),
  );
});

test.each(["aws-per-cluster/stacks/ohio-train", "azure-per-cluster/stacks/virginia-train"])(
  "no reference to what is taken out is left in %s",
  (name) => {
    const json: JsonObject = JSON.parse(readFileSync(join(root, "test", "golden", name, "cdk.tf.json"), "utf8"));
    const all = Object.entries(json["data"] ?? {}).flatMap(([type, named]) =>
      Object.keys(named ?? {}).map((each) => `data.${type}.${each}`),
    );
    expect(all.length).toBeGreaterThan(2);
    const copy = withStandIns(json, new Set(all));
    expect(copy["data"]).toBeUndefined();
    expect(JSON.stringify(copy)).not.toContain("data.");
  },
);
