import { policyDocument } from "../../../review/simulate/provider/aws-policy-document";
import { policyData } from "../../../review/simulate/provider/google-policy-data";

describe("a policy document of IAM is computed as the provider does", () => {
  test("with principals, conditions, variables and what is not meant, in the provider's order", () => {
    const { json, minified_json: minified } = policyDocument({
      version: null,
      policy_id: "id",
      statement: [
        {
          sid: "1",
          effect: null,
          actions: ["s3:ListAllMyBuckets", "s3:GetBucketLocation"],
          resources: ["arn:aws:s3:::*"],
        },
        {
          sid: null,
          effect: "Deny",
          not_actions: ["s3:ListBucket"],
          not_resources: ["arn:aws:s3:::home/&{aws:username}/*"],
          principals: [{ type: "AWS", identifiers: ["arn:aws:iam::1:root", "arn:aws:iam::2:root"] }],
          condition: [
            { test: "StringLike", variable: "s3:prefix", values: ["", "home/"] },
            { test: "Bool", variable: "aws:SecureTransport", values: ["true"] },
          ],
        },
      ],
    });
    // By the documentation of the data source: one alone is no list, a set is in reverse order, values of a condition keep theirs, `&{` is `${`.
    const expected = {
      Version: "2012-10-17",
      Id: "id",
      Statement: [
        {
          Sid: "1",
          Effect: "Allow",
          Action: ["s3:ListAllMyBuckets", "s3:GetBucketLocation"],
          Resource: "arn:aws:s3:::*",
        },
        {
          Effect: "Deny",
          NotAction: "s3:ListBucket",
          NotResource: "arn:aws:s3:::home/${aws:username}/*",
          Principal: { AWS: ["arn:aws:iam::2:root", "arn:aws:iam::1:root"] },
          Condition: {
            Bool: { "aws:SecureTransport": "true" },
            StringLike: { "s3:prefix": ["", "home/"] },
          },
        },
      ],
    };
    expect(json).toBe(JSON.stringify(expected, null, 2));
    expect(minified).toBe(JSON.stringify(expected));
  });

  test("everybody is one star", () => {
    const { json } = policyDocument({
      statement: [{ actions: ["a:b"], principals: [{ type: "*", identifiers: ["*"] }] }],
    });
    expect(JSON.parse(json).Statement[0].Principal).toBe("*");
  });

  test("merged from others, a later statement of a name takes the place of an earlier one", () => {
    const source = JSON.stringify({
      Version: "2008-10-17",
      Statement: [
        { Sid: "a", Effect: "Allow", Action: "x:1" },
        { Effect: "Allow", Action: "x:2" },
      ],
    });
    const override = JSON.stringify({ Statement: { Sid: "own", Effect: "Deny", Action: "x:3" } });
    const { json } = policyDocument({
      source_policy_documents: [source],
      override_policy_documents: [override],
      statement: [
        { sid: "own", actions: ["x:0"] },
        { sid: "a", actions: ["x:9"] },
      ],
    });
    expect(JSON.parse(json)).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Sid: "a", Effect: "Allow", Action: "x:9" },
        { Effect: "Allow", Action: "x:2" },
        { Sid: "own", Effect: "Deny", Action: "x:3" },
      ],
    });
  });

  test("what IAM refuses is refused", () => {
    const twins = {
      statement: [
        { sid: "a", actions: ["x:1"] },
        { sid: "a", actions: ["x:2"] },
      ],
    };
    expect(() => policyDocument(twins)).toThrow("the Sid a stands twice: it must be unique");
    expect(() => policyDocument({ source_policy_documents: ["{"] })).toThrow(
      "document 0 of source_policy_documents is no JSON",
    );
  });
});

describe("a policy of Google is computed as the provider does", () => {
  test("bindings of one role are one, in order, with conditions and audits", () => {
    const data = policyData({
      binding: [
        { role: "roles/b", members: ["user:z@example.com", "user:a@example.com"], condition: [] },
        {
          role: "roles/a",
          members: ["user:b@example.com"],
          condition: [{ title: "t", expression: "e", description: null }],
        },
        { role: "roles/b", members: ["user:m@example.com"], condition: [] },
      ],
      audit_config: [
        {
          service: "allServices",
          audit_log_configs: [{ log_type: "DATA_READ", exempted_members: ["user:x@example.com"] }],
        },
      ],
    });
    expect(JSON.parse(data)).toEqual({
      auditConfigs: [
        {
          auditLogConfigs: [{ exemptedMembers: ["user:x@example.com"], logType: "DATA_READ" }],
          service: "allServices",
        },
      ],
      bindings: [
        { condition: { expression: "e", title: "t" }, members: ["user:b@example.com"], role: "roles/a" },
        { members: ["user:a@example.com", "user:m@example.com", "user:z@example.com"], role: "roles/b" },
      ],
    });
  });
});
