// Writes the plain cdktf program that creates the very same resources as a synthesized fleet: one constructor call a resource,
// with references between them as a person writes them, and no library in between.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./measure.mjs";

const require = createRequire(join(root, "package.json"));
const bindings = { aws: "@cdktf/provider-aws", google: "@cdktf/provider-google", azurerm: "@cdktf/provider-azurerm" };

const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** The module and the class of a resource type. */
function classOf(type) {
  const [provider, ...rest] = type.split("_");
  const folder = join(root, "node_modules", bindings[provider], "lib", rest.join("-"));
  if (!existsSync(folder)) throw new Error(`no binding for ${type}`);
  const exported = Object.entries(require(`${bindings[provider]}/lib/${rest.join("-")}`));
  const [name] = exported.find(([, value]) => value.tfResourceType === type) ?? [];
  return { module: `${bindings[provider]}/lib/${rest.join("-")}`, name };
}

/** A configuration as source text; whole-string references become attributes of the resource they name. */
function source(value, known, key) {
  if (typeof value === "string") {
    const [, address, attribute] = /^\$\{([a-z0-9_]+\.[A-Za-z0-9_-]+)\.([^}]+)\}$/.exec(value) ?? [];
    if (address !== undefined && known.has(address)) return `text(${known.get(address)}, ${JSON.stringify(attribute)})`;
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => source(item, known)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isMap = ["tags", "labels", "resource_labels", "default_labels", "node_labels"].includes(key);
  return `{ ${Object.entries(value)
    .filter(([name]) => name !== "//")
    .map(([name, item]) => `${JSON.stringify(isMap ? name : camel(name))}: ${source(item, known, name)}`)
    .join(", ")} }`;
}

const FRAMEWORK = `const { App, LocalBackend, TerraformOutput, TerraformResource, TerraformStack, Token } = require(${JSON.stringify(require.resolve("cdktf"))});`;

/** One module a stack, as a person would cut it, and a main file: one file of two megabytes would be slow for its size alone. */
export function writePlainProgram(output, folder) {
  const stacks = readdirSync(join(output, "stacks")).sort();
  for (const stack of stacks) {
    const imports = new Map();
    const use = (module, name) => {
      imports.set(name, module);
      return name;
    };
    const json = JSON.parse(readFileSync(join(output, "stacks", stack, "cdk.tf.json"), "utf8"));
    const body = stackSource(stack, json, use);
    const lines = [...imports].map(
      ([name, module]) => `const { ${name} } = require(${JSON.stringify(require.resolve(module))});`,
    );
    writeFileSync(
      join(folder, `${stack}.cjs`),
      `${FRAMEWORK}
${lines.join("\n")}
const text = (resource, attribute) => Token.asString(resource.interpolationForAttribute(attribute));
class TerraformData extends TerraformResource {
  constructor(scope, id, input) { super(scope, id, { terraformResourceType: "terraform_data" }); this.data = input; }
  synthesizeAttributes() { return { input: this.data }; }
}
module.exports = (app) => ${body};
`,
    );
  }
  const main = join(folder, "plain.cjs");
  const calls = stacks.map((stack) => `require("./${stack}.cjs")(app);`);
  writeFileSync(
    main,
    `${FRAMEWORK}\nconst app = new App({ stackTraces: false });\n${calls.join("\n")}\napp.synth();\n`,
  );
  return main;
}

function stackSource(name, json, use) {
  const lines = [`  const stack = new TerraformStack(app, ${JSON.stringify(name)});`];
  lines.push(`  new LocalBackend(stack, ${JSON.stringify(json.terraform.backend.local)});`);
  for (const [provider, [config]] of Object.entries(json.provider ?? {})) {
    const { version, source: from } = json.terraform.required_providers[provider];
    const type = { aws: "AwsProvider", google: "GoogleProvider", azurerm: "AzurermProvider" }[provider];
    lines.push(
      `  new ${use(`${bindings[provider]}/lib/provider`, type)}(stack, ${JSON.stringify(provider)}, ${source(config, new Map())});`,
    );
    lines.push(
      `  stack.addOverride("terraform.required_providers.${provider}", ${JSON.stringify({ source: from, version })});`,
    );
  }
  const addresses = Object.entries(json.resource ?? {}).flatMap(([type, all]) =>
    Object.entries(all).map(([id, config]) => ({ type, id, config })),
  );
  const known = new Map(addresses.map(({ type, id }, index) => [`${type}.${id}`, `r${index}`]));
  for (const { type, id, config } of inOrder(addresses)) {
    const variable = known.get(`${type}.${id}`);
    const { depends_on: dependsOn, ...rest } = config;
    if (type === "terraform_data") {
      lines.push(
        `  const ${variable} = new TerraformData(stack, ${JSON.stringify(id)}, ${JSON.stringify(rest.input)});`,
      );
      continue;
    }
    const { module, name: className } = classOf(type);
    const after =
      dependsOn === undefined ? "" : `, dependsOn: [${dependsOn.map((address) => known.get(address)).join(", ")}]`;
    lines.push(
      `  const ${variable} = new ${use(module, className)}(stack, ${JSON.stringify(id)}, { ...${source(rest, known)}${after} });`,
    );
    lines.push(`  ${variable}.overrideLogicalId(${JSON.stringify(id)});`);
  }
  for (const [id, { value, description }] of Object.entries(json.output ?? {})) {
    lines.push(`  new TerraformOutput(stack, ${JSON.stringify(id)}, ${JSON.stringify({ value, description })});`);
  }
  return `{\n${lines.join("\n")}\n}`;
}

/** Resources after what they refer to, so that every variable exists where it is used. */
function inOrder(resources) {
  const byAddress = new Map(resources.map((each) => [`${each.type}.${each.id}`, each]));
  const done = new Set();
  const ordered = [];
  const visit = (address) => {
    const each = byAddress.get(address);
    if (each === undefined || done.has(address)) return;
    done.add(address);
    for (const [, other] of JSON.stringify(each.config).matchAll(/\$\{([a-z0-9_]+\.[A-Za-z0-9_-]+)\./g)) visit(other);
    for (const other of each.config.depends_on ?? []) visit(other);
    ordered.push(each);
  };
  for (const address of byAddress.keys()) visit(address);
  return ordered;
}
