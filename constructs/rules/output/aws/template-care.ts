import type { OutputRule } from "../output-rule";
import { block, blocks, isExpression, isGiven } from "../stack-output";
import { templatedGroups } from "./node-groups";

export const templateCare: OutputRule = {
  id: "AWS-LT-05",
  title: "a launch template asks for tokens at the metadata service, and tags what it starts",
  severity: "warning",
  source:
    "Amazon EC2 user guide, IMDSv2; Amazon EKS user guide: tags of a node group and of the provider do not reach machines, volumes and interfaces",
  *check(stack) {
    for (const { template } of templatedGroups(stack)) {
      const { http_tokens: tokens } = block(template.values["metadata_options"]);
      if (tokens !== "required" && !isExpression(tokens)) {
        yield {
          path: `${template.path}.metadata_options.http_tokens`,
          observed: String(tokens ?? "optional"),
          limit: "required",
          message: "whoever gets a pod to fetch an address for him gets the role of the machine",
          hint: 'leave http_tokens = "required"',
        };
      }
      if (isExpression(template.values["tag_specifications"]) || isGiven(template.values["dynamic"])) continue;
      const tagged = blocks(template.values["tag_specifications"]).map((each) => each["resource_type"]);
      const untagged = ["instance", "volume", "network-interface"].filter((type) => !tagged.includes(type));
      if (untagged.length > 0) {
        yield {
          path: `${template.path}.tag_specifications`,
          observed: untagged.join(", "),
          message: `nothing says to whom ${untagged.join(", ")} belong, nor what they cost whom`,
          hint: "leave the tags of the launch template",
        };
      }
    }
  },
};
