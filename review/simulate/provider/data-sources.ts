import { Settings } from "./settings";
import { isList, isObject, ObjectValue, Value } from "./value";

type Read = (settings: Settings, config: ObjectValue) => ObjectValue;

/** What data sources return whose answers programs compute with; every other one returns made-up values. */
const ANSWERS: Readonly<Record<string, Read>> = {
  aws_availability_zones: (settings, config) => {
    const region = regionOf(settings, config);
    return {
      id: region,
      names: ["a", "b", "c"].map((letter) => region + letter),
      zone_ids: [1, 2, 3].map((number) => `${zoneIdPrefix(region)}-az${number}`),
      group_names: [region],
    };
  },
  aws_caller_identity: ({ account }) => ({
    account_id: account,
    arn: `arn:aws:iam::${account}:user/simulated`,
    user_id: "AIDASIMULATED",
    id: account,
  }),
  aws_iam_policy_document: (_settings, config) => ({ json: policyDocument(config) }),
  aws_partition: () => ({
    id: "aws",
    partition: "aws",
    dns_suffix: "amazonaws.com",
    reverse_dns_prefix: "com.amazonaws",
  }),
  aws_region: (settings, config) => {
    const region = regionOf(settings, config);
    return { id: region, name: region, region, endpoint: `ec2.${region}.amazonaws.com` };
  },
  aws_vpc: () => ({ enable_dns_support: true, enable_dns_hostnames: true, state: "available" }),
  // A subnet that is found by its name lies where its name says.
  aws_subnet: (settings, config) => {
    const tags = config["tags"];
    const name = isObject(tags) && typeof tags["Name"] === "string" ? tags["Name"] : "";
    const [zone] = /[a-z0-9]+-az\d+$/.exec(name) ?? [`${zoneIdPrefix(regionOf(settings, config))}-az1`];
    return { availability_zone_id: zone, map_public_ip_on_launch: false, state: "available" };
  },
  azurerm_client_config: ({ account }) => ({ subscription_id: account }),
  google_client_config: ({ account, region, zone }) => ({ project: account, region, zone }),
  google_compute_zones: (settings, config) => {
    const region = regionOf(settings, config);
    return { names: ["a", "b", "c"].map((letter) => `${region}-${letter}`) };
  },
  google_project: ({ account }, config) => {
    const project = typeof config["project_id"] === "string" ? config["project_id"] : account;
    return { id: `projects/${project}`, project_id: project, name: project, number: "123456789012" };
  },
};

/** The known part of what a data source returns; values that the configuration sets are not in it. */
export function answer(typeName: string, settings: Settings, config: ObjectValue): ObjectValue {
  const known = ANSWERS[typeName]?.(settings, config) ?? {};
  return Object.fromEntries(Object.entries(known).filter(([name]) => (config[name] ?? null) === null));
}

function regionOf(settings: Settings, config: ObjectValue): string {
  const region = config["region"];
  return typeof region === "string" ? region : settings.region;
}

/** "us-east-1" to "use1", the way AWS shortens regions in zone ids. */
function zoneIdPrefix(region: string): string {
  const [area = "", direction = "", number = ""] = region.split("-");
  return area + direction.replace(/(north|south|east|west|central)/g, (word) => word.charAt(0)) + number;
}

function policyDocument(config: ObjectValue): string {
  const statements = config["statement"];
  const rendered = (isList(statements) ? statements : []).filter(isObject).map((statement) => ({
    Sid: statement["sid"] ?? undefined,
    Effect: statement["effect"] ?? "Allow",
    Action: strings(statement["actions"]),
    Resource: strings(statement["resources"]),
  }));
  return JSON.stringify({ Version: "2012-10-17", Statement: rendered });
}

function strings(value: Value | undefined): readonly Value[] | undefined {
  return isList(value) && value.length > 0 ? value : undefined;
}
