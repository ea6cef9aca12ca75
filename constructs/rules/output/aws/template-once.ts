import type { OutputRule } from "../output-rule";
import { isGiven } from "../stack-output";
import { templatedGroups } from "./node-groups";

/** What a launch template says, what the node group may not say beside it, and why. */
const exclusive: readonly (readonly [inTemplate: string, inGroup: string, why: string])[] = [
  ["instance_type", "instance_types", "the machine"],
  ["image_id", "release_version", "the image"],
  ["image_id", "version", "the image"],
  ["block_device_mappings", "disk_size", "the disk"],
];

export const templateOnce: OutputRule = {
  id: "AWS-LT-02",
  title: "a node group and its launch template do not both say what one of them says",
  severity: "error",
  source: "Amazon EKS user guide, customize managed nodes with launch templates",
  *check(stack) {
    for (const { group, template } of templatedGroups(stack)) {
      for (const [inTemplate, inGroup, what] of exclusive) {
        if (!isGiven(template.values[inTemplate]) || !isGiven(group.values[inGroup])) continue;
        yield {
          path: `${group.path}.${inGroup}`,
          message: `${what} is in the launch template already (${inTemplate}), and EKS refuses both`,
          hint: "remove one of them",
        };
      }
      if (isGiven(template.values["image_id"]) && (group.values["ami_type"] ?? "CUSTOM") !== "CUSTOM") {
        yield {
          path: `${group.path}.ami_type`,
          observed: String(group.values["ami_type"]),
          message: "the image is in the launch template already (image_id), and EKS refuses both",
          hint: 'remove one of them, or say ami_type = "CUSTOM"',
        };
      }
      if (isGiven(group.values["remote_access"])) {
        yield {
          path: `${group.path}.remote_access`,
          message: "EKS refuses it beside a launch template, which has the key and the security groups",
          hint: "remove it",
        };
      }
    }
  },
};
