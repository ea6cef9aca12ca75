import { isList, isObject, type ObjectValue, type Value } from "./value";

/**
 * What `google_iam_policy` makes of its configuration, computed as the provider does: nothing of it is made up. Source:
 * terraform-provider-google, google/services/resourcemanager/data_source_google_iam_policy.go; field order of
 * google.golang.org/api/cloudresourcemanager/v1, type Policy.
 */
export function policyData(config: ObjectValue): string {
  const bindings = new Map<string, { readonly condition: object | undefined; role: string; members: Set<string> }>();
  for (const block of objects(config["binding"])) {
    const [first] = objects(block["condition"]);
    const condition = first === undefined ? undefined : conditionOf(first);
    const role = text(block["role"]) ?? "";
    // Blocks that differ in their members alone are one binding.
    const key = JSON.stringify([role, condition]);
    const known = bindings.get(key) ?? { condition, role, members: new Set() };
    bindings.set(key, known);
    for (const member of texts(block["members"])) known.members.add(member);
  }
  const written = [...bindings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { condition, role, members }]) => ({ condition, members: [...members].sort(), role }));
  const audits = objects(config["audit_config"]).map((block) => ({
    auditLogConfigs: objects(block["audit_log_configs"]).map((log) => {
      const exemptedMembers = texts(log["exempted_members"]);
      return {
        exemptedMembers: exemptedMembers.length === 0 ? undefined : exemptedMembers,
        logType: text(log["log_type"]),
      };
    }),
    service: text(block["service"]),
  }));
  return JSON.stringify({
    auditConfigs: audits.length === 0 ? undefined : audits,
    bindings: written.length === 0 ? undefined : written,
  });
}

const conditionOf = (block: ObjectValue) => ({
  description: text(block["description"]),
  expression: text(block["expression"]),
  title: text(block["title"]),
});

const objects = (value: Value | undefined): readonly ObjectValue[] => (isList(value) ? value.filter(isObject) : []);

const texts = (value: Value | undefined): readonly string[] =>
  (isList(value) ? value : []).flatMap((each) => text(each) ?? []);

const text = (value: Value | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
