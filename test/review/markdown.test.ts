import { renderMarkdown } from "../../review/markdown/render";
import { rooms } from "../../review/markdown/rooms";
import { code, fenced, visible, words } from "../../review/markdown/text";
import { buildReview } from "../../review/report/build-review";
import { shutGates } from "../../review/report/gate";
import { change, planOf, type Raw, stack } from "./support";

const many = (count: number, actions: string[], sides: Raw = {}): Raw[] =>
  Array.from({ length: count }, (_, index) => change(`aws_instance.n[${index}]`, actions, sides));

describe("a value in Markdown", () => {
  test("is code, with a fence longer than any in it", () => {
    expect(code("a`b``c")).toBe("```a`b``c```");
    expect(code("`a")).toBe("`` `a ``");
    expect(code("a|b")).toBe("`a\\|b`");
    expect(fenced(["+ ```", "+ x"])).toEqual(["````diff", "+ ```", "+ x", "````"]);
  });

  test("hides nothing: neither the direction of writing nor what has no width nor lines of its own", () => {
    expect(visible("a\u202egnp.exe")).toBe("a\\u{202e}gnp.exe");
    expect(visible("a\u200bb\u0007")).toBe("a\\u{200b}b\\u{7}");
    expect(visible("a\n/close")).toBe("a⏎/close");
  });

  test("among words is code where it is more than a word: an escaped mention is a mention all the same", () => {
    expect(words("ask @team of #1, not **b**")).toBe("ask `@team` of `#1,` not `**b**`");
  });
});

describe("a comment", () => {
  test("says first what is destroyed, and why, without unfolding", () => {
    const { text } = renderMarkdown(
      buildReview([
        stack("b", planOf(...many(3, ["create"]))),
        stack("a", planOf(change("aws_vpc.v", ["delete"], {}, { action_reason: "delete_because_no_resource_config" }))),
      ]),
    );
    const [title = "", , numbers = ""] = text.split("\n");
    expect(title).toBe("## DESTROYS: something that exists is destroyed");
    expect(numbers).toBe("**3** to create, **0** to update, **1** to destroy in 2 stacks.");
    expect(text.indexOf("aws_vpc.v")).toBeLessThan(text.indexOf("<details>"));
    expect(text).toContain("is no longer in the program");
  });

  test.each([
    [1, { before: { a: "x" }, after: { a: "y" } }],
    [300, { before: { a: "x".repeat(900) }, after: { a: "y".repeat(900) } }],
    [3000, {}],
    [30_000, {}],
  ])("of %d changes fits, whole, and keeps its numbers", (count, sides) => {
    const review = buildReview([
      stack("a", planOf(...many(count, ["update"], sides), change("aws_vpc.v", ["delete"]))),
    ]);
    for (const room of Object.values(rooms)) {
      const { text } = renderMarkdown(review, room);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room.most);
      expect(text).toContain(`**${count}** to update, **1** to destroy`);
      expect(text).toContain("aws_vpc.v");
      expect(text.split("<details>").length).toBe(text.split("</details>").length);
      expect(text.match(/^ *```/gm)?.length ?? 0).toEqual(expect.any(Number));
      expect((text.match(/^ *```/gm)?.length ?? 0) % 2).toBe(0);
    }
  });

  test("of ten thousand that are destroyed names some and counts the rest", () => {
    const review = buildReview([stack("a", planOf(...many(10_000, ["delete"])))]);
    const { text, isWhole } = renderMarkdown(review);
    expect(isWhole).toBe(false);
    expect(text).toMatch(/… and 9900 more/);
    expect(text).toContain("Shortened");
  });

  test("is whole as long as there is room", () => {
    const { isWhole, text } = renderMarkdown(buildReview([stack("a", planOf(...many(2, ["create"])))]));
    expect(isWhole).toBe(true);
    expect(text).not.toContain("Shortened");
  });
});

describe("gates", () => {
  const gates = (changes: Raw[], more: Raw = {}) =>
    shutGates(buildReview([stack("a", { ...planOf(...changes), ...more })]), [
      "destroy",
      "forget",
      "change",
      "move",
      "concern",
      "check",
      "drift",
    ]);

  test("are shut by what they name, and by nothing else", () => {
    expect(gates([])).toEqual([]);
    expect(gates([change("aws_vpc.a", ["forget"])])).toEqual(["forget", "change"]);
    expect(gates([change("aws_instance.a", ["delete", "create"])])).toEqual(["destroy", "change"]);
    expect(gates([change("aws_x.a", ["no-op"], {}, { previous_address: "aws_x.b" })])).toEqual(["move"]);
    expect(gates([change("aws_iam_role.a", ["update"])])).toEqual(["change", "concern"]);
    expect(gates([change("aws_iam_role.a", ["delete"])])).toEqual(["destroy", "change", "concern"]);
    expect(gates([], { resource_drift: [change("aws_x.a", ["update"])] })).toEqual(["drift"]);
  });
});

describe("concerns", () => {
  const concerns = (address: string, actions: string[], sides: Raw = {}) =>
    buildReview([stack("a", planOf(change(address, actions, sides)))]).changes[0]?.concerns;

  test("are types, and attributes of what exists", () => {
    expect(concerns("aws_iam_role_policy.a", ["create"])).toEqual(["access"]);
    expect(concerns("google_compute_firewall.a", ["create"])).toEqual(["network exposure"]);
    expect(concerns("azurerm_role_assignment.a", ["delete"])).toEqual(["access"]);
    expect(concerns("aws_kms_key.a", ["update"])).toEqual(["encryption"]);
    const flags = (name: string, value: unknown) => ({ before: { [name]: null }, after: { [name]: value } });
    expect(concerns("aws_eks_cluster.a", ["update"], flags("public_access_cidrs", ["0.0.0.0/0"]))).toEqual([
      "network exposure",
    ]);
    expect(concerns("google_container_cluster.a", ["update"], flags("deletion_protection", false))).toEqual([
      "deletion protection",
    ]);
    expect(concerns("aws_fsx_lustre_file_system.a", ["update"], flags("kms_key_id", "x"))).toEqual(["encryption"]);
    expect(concerns("aws_instance.a", ["update"], flags("instance_type", "p5.48xlarge"))).toEqual([]);
    expect(concerns("aws_instance.a", ["create"], flags("kms_key_id", "x"))).toEqual([]);
  });

  // Names as the documentation of the providers has them.
  test.each([
    ["network exposure", "azurerm_storage_account", "public_network_access_enabled"],
    ["network exposure", "azurerm_kubernetes_cluster", "private_cluster_enabled"],
    ["network exposure", "azurerm_storage_account", "network_rules"],
    ["network exposure", "google_storage_bucket", "public_access_prevention"],
    ["network exposure", "aws_lb", "internal"],
    ["encryption", "azurerm_storage_account", "https_traffic_only_enabled"],
    ["encryption", "azurerm_redis_cache", "minimum_tls_version"],
    ["access", "google_storage_bucket", "uniform_bucket_level_access"],
    ["access", "azurerm_kubernetes_cluster", "role_based_access_control_enabled"],
    ["access", "aws_instance", "iam_instance_profile"],
    ["access", "azurerm_linux_virtual_machine", "identity"],
    ["deletion protection", "aws_emr_cluster", "termination_protection"],
    ["deletion protection", "aws_secretsmanager_secret", "recovery_window_in_days"],
  ])("%s: %s.%s", (concern, type, name) => {
    const sides = { before: { [name]: "a", size: 1 }, after: { [name]: "b", size: 1 } };
    expect(concerns(`${type}.a`, ["update"], sides)).toEqual([concern]);
    expect(concerns(`${type}.a`, ["update"], { before: { size: 1 }, after: { size: 2 } })).toEqual([]);
  });

  test.each([
    ["access", "aws_lambda_permission"],
    ["access", "aws_sqs_queue_policy"],
    ["access", "aws_s3_bucket_acl"],
    ["access", "google_project_iam_custom_role"],
    ["access", "google_storage_bucket_access_control"],
    ["network exposure", "aws_lambda_function_url"],
    ["network exposure", "aws_s3_account_public_access_block"],
    ["network exposure", "google_compute_global_forwarding_rule"],
    ["deletion protection", "azurerm_management_lock"],
  ])("%s: %s that is new", (concern, type) => {
    expect(concerns(`${type}.a`, ["create"])).toEqual([concern]);
  });

  test("are none of policies that are about something else", () => {
    for (const type of ["aws_autoscaling_policy", "aws_lb_ssl_negotiation_policy", "aws_ecr_lifecycle_policy"])
      expect(concerns(`${type}.a`, ["create"])).toEqual([]);
    const sides = { before: { image_pull_policy: "a" }, after: { image_pull_policy: "b" } };
    expect(concerns("kubernetes_pod.a", ["update"], sides)).toEqual([]);
  });
});
