import { isObject, type Json, type JsonObject, textAt } from "../plan/json";
import { bodies, digestOf, labelled, textsWithin, twiceLabelled, valuesAt } from "./blocks";

/** What something is that a stack makes a program of this machine run, read or ask. */
export const kinds = [
  "provider",
  "provider setting",
  "module",
  "backend",
  "data source",
  "provisioner",
  "file function",
  "setting",
  "file",
] as const;
export type Kind = (typeof kinds)[number];

/** Something that `terraform init` or `terraform plan` would run, read or ask because a stack says so. */
export interface Demand {
  readonly kind: Kind;
  /** What is compared with the allow-list: a name, and a digest where a name says too little. No value stands in it. */
  readonly is: string;
  /** Where the stack says so: `data.http.ip`. */
  readonly address: string;
}

/**
 * Data sources that run a program, ask an address of their author's choice, or read a file or another state. Source: the documentation of
 * the providers external, http, local, shell and aws, and of Terraform for terraform_remote_state.
 */
const REACHING =
  /^(external|http|local_file|local_sensitive_file|local_command|shell_script|terraform_remote_state|aws_lambda_invocation)$/;

/** Settings of a provider that change neither who it is nor whom it asks: they may differ from site to site. */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {
  aws: ["region", "allowed_account_ids", "default_tags", "ignore_tags", "max_retries", "retry_mode"],
  google: ["project", "region", "zone", "default_labels", "billing_project", "user_project_override"],
  azurerm: [
    "features",
    "subscription_id",
    "tenant_id",
    "environment",
    "use_oidc",
    "storage_use_azuread",
    "resource_provider_registrations",
    "resource_providers_to_register",
  ],
};

/** Where in a backend the state of a stack lies, which differs from stack to stack. */
const PLACES = ["key", "prefix", "path"];

/** Blocks of a stack that are looked into, or that only change what is planned. */
const KNOWN_BLOCKS = [
  "//",
  "terraform",
  "provider",
  "data",
  "resource",
  "module",
  "ephemeral",
  "check",
  "output",
  "variable",
  "locals",
  "moved",
  "import",
  "removed",
];

/**
 * Functions of Terraform that read files of the machine, such as those with its credentials, into a plan. Between the name and what
 * it is called with may stand space or a comment. Source: Terraform, "Filesystem Functions".
 */
const FILE_FUNCTION =
  /\b(file(?:base64|md5|sha1|base64sha256|base64sha512|sha256|sha512|set|exists)?|templatefile)\s*(?:\(|\/\*|\/\/|#)/;

/** Everything that a stack demands beyond asking its clouds for what they hold. */
export function demandsOf(stack: JsonObject): Demand[] {
  return [
    ...providers(stack),
    ...providerSettings(stack),
    ...labelled(stack["module"]).map(([name, body]) => moduleOf(name, body)),
    ...backends(stack),
    ...dataSources(stack),
    ...provisioners(stack),
    ...fileFunctions(stack),
    ...settings(stack),
  ];
}

function providers(stack: JsonObject): Demand[] {
  const declared = new Map<string, string>();
  for (const [name, version] of valuesAt(stack["terraform"], "required_providers")
    .flatMap(bodies)
    .flatMap(Object.entries<Json | undefined>)) {
    declared.set(name, (isObject(version) ? textAt(version, "source") : undefined) ?? `hashicorp/${name}`);
  }
  const named = [
    ...[...declared.keys()].map((name) => [name, `terraform.required_providers.${name}`] as const),
    ...labelled(stack["provider"]).map(([name]) => [name, `provider.${name}`] as const),
    // A provider need not be declared: Terraform takes the first part of a type for its name.
    ...objects(stack).map(({ type, address, body }) => {
      const said = textAt(body, "provider")?.split(".")[0];
      return [said ?? type.split("_")[0] ?? type, address] as const;
    }),
  ];
  const first = new Map<string, Demand>();
  for (const [name, address] of named) {
    if (name === "terraform" && !declared.has(name)) continue;
    const is = fullSource(declared.get(name) ?? `hashicorp/${name}`);
    if (!first.has(is)) first.set(is, { kind: "provider", is, address });
  }
  return [...first.values()];
}

/** The address of a provider, with the host and the namespace that may be left out. */
function fullSource(source: string): string {
  const parts = source.toLowerCase().split("/");
  return ["registry.terraform.io", "hashicorp"]
    .slice(0, Math.max(0, 3 - parts.length))
    .concat(parts)
    .join("/");
}

function providerSettings(stack: JsonObject): Demand[] {
  return labelled(stack["provider"]).flatMap(([name, body]) =>
    Object.entries(body).flatMap(([key, value]): Demand[] =>
      key === "//" || key === "alias" || key === "version" || HARMLESS[name]?.includes(key) === true
        ? []
        : [{ kind: "provider setting", is: `${name}.${key} ${digestOf(value)}`, address: `provider.${name}.${key}` }],
    ),
  );
}

function moduleOf(name: string, body: JsonObject): Demand {
  const source = textAt(body, "source");
  const version = textAt(body, "version");
  const is = source === undefined ? digestOf(body["source"]) : `${source}${version === undefined ? "" : ` ${version}`}`;
  return { kind: "module", is, address: `module.${name}` };
}

function backends(stack: JsonObject): Demand[] {
  const clouds = valuesAt(stack["terraform"], "cloud").map((body): [string, JsonObject] => [
    "cloud",
    bodies(body)[0] ?? {},
  ]);
  return [...valuesAt(stack["terraform"], "backend").flatMap(labelled), ...clouds].map(([type, body]) => {
    const rest = Object.fromEntries(Object.entries(body).filter(([key]) => !PLACES.includes(key)));
    return { kind: "backend", is: `${type} ${digestOf(rest)}`, address: `terraform.backend.${type}` };
  });
}

interface StackObject {
  readonly type: string;
  readonly address: string;
  readonly body: JsonObject;
}

function objects(stack: JsonObject): StackObject[] {
  const resources = twiceLabelled(stack["resource"]).map(([type, name, body]) => ({
    type,
    address: `${type}.${name}`,
    body,
  }));
  return [...resources, ...dataObjects(stack)];
}

/** What is read or opened while a plan is made: data sources, also those of checks, and ephemeral resources. */
function dataObjects(stack: JsonObject): StackObject[] {
  const inChecks = labelled(stack["check"]).flatMap(([, body]) => twiceLabelled(body["data"]));
  return [
    ...[...twiceLabelled(stack["data"]), ...inChecks].map(([type, name, body]) => ({
      type,
      address: `data.${type}.${name}`,
      body,
    })),
    ...twiceLabelled(stack["ephemeral"]).map(([type, name, body]) => ({
      type,
      address: `ephemeral.${type}.${name}`,
      body,
    })),
  ];
}

const dataSources = (stack: JsonObject): Demand[] =>
  dataObjects(stack)
    .filter(({ type, address }) => REACHING.test(type) || address.startsWith("ephemeral."))
    .map(({ type, address, body }) => ({ kind: "data source", is: `${type} ${digestOf(body)}`, address }));

/** Of resources, and of those that are gone: a `removed` block may run programs as what it names is destroyed. */
const provisioners = (stack: JsonObject): Demand[] =>
  [
    ...twiceLabelled(stack["resource"]).map(([type, name, body]) => ({ address: `${type}.${name}`, body })),
    ...bodies(stack["removed"]).map((body) => ({ address: `removed.${textAt(body, "from") ?? "?"}`, body })),
  ].flatMap(({ address, body: holder }) =>
    labelled(holder["provisioner"]).map(([kind, body]) => ({
      kind: "provisioner",
      is: `${kind} ${digestOf(body)}`,
      address,
    })),
  );

function fileFunctions(stack: JsonObject): Demand[] {
  const found = new Map<string, Demand>();
  for (const [block, value] of Object.entries(stack)) {
    for (const text of textsWithin(value)) {
      const [, name] = /[$%]\{/.test(text) ? (FILE_FUNCTION.exec(text) ?? []) : [];
      if (name !== undefined)
        found.set(text, { kind: "file function", is: `${name} ${digestOf(text)}`, address: block });
    }
  }
  return [...found.values()];
}

function settings(stack: JsonObject): Demand[] {
  const known = ["//", "required_version", "required_providers", "backend", "cloud"];
  const own = bodies(stack["terraform"]).flatMap((body) =>
    Object.entries(body)
      .filter(([key]) => !known.includes(key))
      .map(([key, value]) => [`terraform.${key}`, value] as const),
  );
  const others = Object.entries(stack).filter(([key]) => !KNOWN_BLOCKS.includes(key));
  return [...own, ...others].map(([key, value]) => ({
    kind: "setting",
    is: `${key} ${digestOf(value)}`,
    address: key,
  }));
}
