import type { OutputRule } from "../output-rule";
import { isGiven } from "../stack-output";

export const deletionProtection: OutputRule = {
  id: "GCP-CL-01",
  title: "a cluster says whether it may be deleted",
  severity: "error",
  source:
    "terraform-provider-google, container_cluster: deletion_protection is true where it is not stated, and each destroy or replacement then fails",
  *check(stack) {
    for (const { path, values } of stack.resources("google_container_cluster")) {
      if (isGiven(values["deletion_protection"])) continue;
      yield {
        path: `${path}.deletion_protection`,
        message: "is not stated, and the provider then refuses to destroy or to replace the cluster",
        hint: "leave what protect of the site says",
      };
    }
  },
};
