import { policyDocument } from "./aws-policy-document";
import { policyData } from "./google-policy-data";
import { decimals, numberOf } from "./identity";
import { Settings } from "./settings";
import { isList, isObject, ObjectValue } from "./value";

type Read = (settings: Settings, config: ObjectValue, lengths?: ReadonlyMap<string, number>) => ObjectValue;

/** What data sources return whose answers programs compute with; every other one returns made-up values. */
const ANSWERS: Readonly<Record<string, Read>> = {
  aws_availability_zones: (settings, config, lengths) => {
    const region = regionOf(settings, config);
    const zones = letters(config, lengths);
    return {
      id: region,
      names: zones.map((letter) => region + letter),
      zone_ids: zones.map((letter) => `${zoneIdPrefix(region)}-az${letter.charCodeAt(0) - 96}`),
      group_names: [region],
    };
  },
  aws_caller_identity: ({ account }) => ({
    account_id: account,
    arn: `arn:aws:iam::${account}:user/simulated`,
    user_id: "AIDASIMULATED",
    id: account,
  }),
  aws_iam_policy_document: (_settings, config) => ({ ...policyDocument(config) }),
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
  google_compute_zones: (settings, config, lengths) => {
    const region = regionOf(settings, config);
    return { names: letters(config, lengths).map((letter) => `${region}-${letter}`) };
  },
  google_project: ({ account }, config) => {
    const project = typeof config["project_id"] === "string" ? config["project_id"] : account;
    return { id: `projects/${project}`, project_id: project, name: project, number: decimals(project, 12) };
  },
  google_iam_policy: (_settings, config) => ({ policy_data: policyData(config) }),
};

/** The known part of what a data source returns; values that the configuration sets are not in it. */
export function answer(
  typeName: string,
  settings: Settings,
  config: ObjectValue,
  lengths?: ReadonlyMap<string, number>,
): ObjectValue {
  const known = ANSWERS[typeName]?.(settings, config, lengths) ?? {};
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

/** Letters of the zones that answer: another question, such as another filter, has another answer. */
function letters(config: ObjectValue, lengths: ReadonlyMap<string, number> | undefined): string[] {
  const count = Math.max(3, lengths?.get("names") ?? 0, lengths?.get("zone_ids") ?? 0);
  const { state: _, region: __, project: ___, id: ____, timeouts: _____, ...asked } = config;
  const isPlain = Object.values(asked).every((value) => value === null || (isList(value) && value.length === 0));
  // The zones of a region are a, b, c; which of them a filter leaves, only the cloud knows.
  const first = isPlain ? 0 : numberOf(JSON.stringify(asked), 1, 20);
  return Array.from({ length: count }, (_each, index) => String.fromCharCode(97 + ((first + index) % 26)));
}
