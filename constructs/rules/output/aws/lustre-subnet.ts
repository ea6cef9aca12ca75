import type { OutputRule } from "../output-rule";
import { isGiven, texts } from "../stack-output";

export const lustreSubnet: OutputRule = {
  id: "AWS-FSX-01",
  title: "a Lustre file system stands in one subnet and says of which type it is",
  severity: "error",
  formula: "subnet_ids = 1",
  source: "terraform-provider-aws, fsx_lustre_file_system: one subnet; without deployment_type the oldest type is made",
  *check(stack) {
    for (const { path, values } of stack.resources("aws_fsx_lustre_file_system")) {
      const subnets = texts(values["subnet_ids"]).length;
      if (subnets !== 1) {
        const message = `a Lustre file system stands in one subnet; got ${subnets}`;
        yield { path: `${path}.subnet_ids`, observed: subnets, limit: 1, unit: "subnets", message };
      }
      if (isGiven(values["deployment_type"])) continue;
      yield {
        path: `${path}.deployment_type`,
        message: "is not stated, and the provider then makes SCRATCH_1, which loses what it holds when a server fails",
        hint: 'write "PERSISTENT_2" or "SCRATCH_2"',
      };
    }
  },
};
