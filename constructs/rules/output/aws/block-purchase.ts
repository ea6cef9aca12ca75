import type { OutputRule } from "../output-rule";
import { block, ignoresChanges, texts } from "../stack-output";

const TYPE = "aws_ec2_capacity_block_reservation";

export const blockPurchase: OutputRule = {
  id: "AWS-CB-01",
  title: "a capacity block that Terraform buys is bought once",
  severity: "error",
  source:
    "terraform-provider-aws, ec2_capacity_block_reservation: another offering is another purchase, offerings have another id at each search, and destroying cancels nothing",
  *check(stack) {
    for (const bought of stack.resources(TYPE)) {
      const { path, values } = bought;
      if (block(values["lifecycle"])["prevent_destroy"] !== true) {
        yield {
          path: `${path}.lifecycle.prevent_destroy`,
          message: "a capacity block is paid for even when it is destroyed, and must not be destroyed by mistake",
          hint: "leave prevent_destroy = true on it",
        };
      }
      if (!ignoresChanges(bought, "capacity_block_offering_id")) {
        yield {
          path: `${path}.lifecycle.ignore_changes`,
          message: "another offering would buy another block",
          hint: 'leave ignore_changes = ["capacity_block_offering_id"] on it',
        };
      }
      if (
        texts(values["capacity_block_offering_id"]).some((id) => id.includes("data.aws_ec2_capacity_block_offering."))
      ) {
        yield {
          path: `${path}.capacity_block_offering_id`,
          observed: texts(values["capacity_block_offering_id"]).join(),
          message: "the offering is searched at each plan, and each search names another one",
          hint: "search once, and write the id of the offering that is to be bought",
        };
      }
    }
  },
};
