import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declaredSecrets, withoutSecrets } from "../../review/run/declared-secrets";

test("what a provider quotes of an argument of a resource is secret before any plan marks it", () => {
  const folder = mkdtempSync(join(tmpdir(), "siteform-"));
  const resource = {
    aws_redshift_cluster: { r: { master_username: "admin-of-it", master_password: "hunt2Ab" } },
    aws_db_instance: { d: { password: "${aws_redshift_cluster.r.id}" } },
  };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ resource }));
  const secrets = declaredSecrets({ name: "a", folder, digest: "" }, {});
  rmSync(folder, { recursive: true });
  expect([...secrets]).toEqual(["hunt2Ab"]);
  const summary = "expected length of master_password to be in the range (8 - 64), got hunt2Ab";
  const address = "aws_redshift_cluster.r";
  expect(withoutSecrets([{ severity: "error", summary, address }], secrets)).toEqual([
    { severity: "error", summary: summary.replace("hunt2Ab", "(sensitive)"), address },
  ]);
});
