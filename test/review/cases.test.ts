import { buildReview } from "../../review/report/build-review";
import type { Review } from "../../review/report/schema";
import { change, planOf, stack } from "./support";

/** `create/update/destroy/replace/forget/move`, as the cases write it. */
const counted = ({ counters: c }: Review): string =>
  [c.create, c.update, c.destroy, c.replace, c.forget, c.move].join("/");

/** What every reader of plans must get right: inputs and results as they were agreed. */
describe("the cases", () => {
  test("1: an errored plan with one create beside one without a change", () => {
    const review = buildReview([
      stack("A", { ...planOf(change("aws_vpc.a", ["create"])), errored: true, complete: false, applyable: false }),
      stack("B", planOf(change("aws_vpc.b", ["no-op"]))),
    ]);
    expect(review.verdict).toBe("INCOMPLETE");
    expect(review.stacks.map(({ name, state, counters }) => [name, state, counters?.create])).toEqual([
      ["A", "failed", undefined],
      ["B", "unchanged", 0],
    ]);
    expect(review.changes).toEqual([]);
  });

  test("2: a guard stops a replacement", () => {
    const address = "aws_eks_cluster.train";
    const review = buildReview([
      stack(
        "A",
        { ...planOf(change(address, ["delete", "create"])), errored: true },
        { diagnostics: [{ severity: "error", summary: "Instance cannot be destroyed", address }] },
      ),
    ]);
    expect(review.verdict).toBe("INCOMPLETE");
    expect(review.changes[0]).toMatchObject({ address, isBlocked: true, action: "replace" });
  });

  test("3: forgotten, and forgotten with another in its place", () => {
    const review = buildReview([
      stack("A", planOf(change("aws_vpc.a", ["forget"]), change("aws_vpc.b", ["create", "forget"]))),
    ]);
    expect([review.verdict, counted(review)]).toEqual(["FORGETS", "1/0/0/0/2/0"]);
  });

  test("4: a deposed object beside the one that stays", () => {
    const review = buildReview([
      stack("A", planOf(change("aws_vpc.x", ["no-op"]), change("aws_vpc.x", ["delete"], {}, { deposed: "00ab" }))),
    ]);
    expect([review.verdict, counted(review)]).toEqual(["DESTROYS", "0/0/1/0/0/0"]);
    expect(review.changes).toMatchObject([{ address: "aws_vpc.x", deposed: "00ab" }]);
  });

  test("5: moved and otherwise unchanged, beside data that is read", () => {
    const review = buildReview([
      stack(
        "A",
        planOf(
          change("aws_vpc.b", ["no-op"], {}, { previous_address: "aws_vpc.a" }),
          change("data.aws_ami.x", ["read"], {}, { mode: "data" }),
        ),
      ),
    ]);
    expect([review.verdict, counted(review)]).toEqual(["MOVES", "0/0/0/0/0/1"]);
  });

  test("6: only the mask of a secret goes", () => {
    const password = { password: "correct-horse" };
    const review = buildReview([
      stack(
        "A",
        planOf(
          change("aws_db_instance.a", ["update"], {
            before: password,
            after: password,
            before_sensitive: { password: true },
            after_sensitive: {},
          }),
        ),
      ),
    ]);
    expect([review.verdict, counted(review)]).toEqual(["CHANGES", "0/1/0/0/0/0"]);
    expect(review.changes[0]?.attributes).toEqual([{ path: "password", note: "sensitivity removed" }]);
    expect(JSON.stringify(review)).not.toContain("correct-horse");
  });

  test("7: an element of a list becomes known later", () => {
    const review = buildReview([
      stack(
        "A",
        planOf(
          change("aws_vpc.a", ["update"], {
            before: { ids: ["a", "b"] },
            after: { ids: ["a", null] },
            after_unknown: { ids: [false, true] },
            before_sensitive: { ids: [false, false] },
            after_sensitive: { ids: [false, false] },
          }),
        ),
      ),
    ]);
    expect(review.changes[0]?.attributes).toEqual([
      { path: "ids[1]", before: { is: "value", text: '"b"' }, after: { is: "unknown" } },
    ]);
  });

  test("8: three stacks, in the order in which they must be read", () => {
    const pool = "aws_eks_node_group.train-1";
    const subnet = change("aws_subnet.s", ["create"]);
    const review = buildReview([
      stack("C", { ...planOf(subnet), resource_drift: [change("aws_subnet.s", ["delete"])] }),
      stack(
        "B",
        planOf(
          change("aws_vpc.p[10]", ["create", "delete"]),
          change("aws_vpc.p[2]", ["create", "delete"]),
          change(pool, ["create"]),
        ),
      ),
      stack("A", planOf(change(pool, ["delete"]))),
    ]);
    expect([review.verdict, counted(review)]).toEqual(["DESTROYS", "4/0/3/2/0/0"]);
    expect(review.changes.map(({ stack: name, address, action }) => `${name} ${address} ${action}`)).toEqual([
      `A ${pool} delete`,
      "B aws_vpc.p[2] replace",
      "B aws_vpc.p[10] replace",
      `B ${pool} create`,
      "C aws_subnet.s create",
    ]);
    expect(review.changes.some(({ previousAddress }) => previousAddress !== undefined)).toBe(false);
    expect(review.changes.at(-1)?.reasons.join()).toContain("deleted outside");
  });
});
