import { ProviderName } from "./schema-source";
import { isList, isObject, ObjectValue, Value } from "./value";

/** What a provider's configuration says about where it works, with stand-ins for what a real one would look up. */
export interface Settings {
  readonly provider: ProviderName;
  readonly region: string;
  readonly zone: string;
  /** The AWS account, the Google project or the Azure subscription. */
  readonly account: string;
  readonly defaultTags: ObjectValue;
}

const STAND_INS: Readonly<Record<ProviderName, { region: string; account: string }>> = {
  aws: { region: "us-east-1", account: "123456789012" },
  google: { region: "us-central1", account: "simulated-project" },
  azurerm: { region: "eastus", account: "00000000-0000-0000-0000-000000000000" },
};

/** Reads the configuration block of one provider instance. */
export function readSettings(provider: ProviderName, config: Value): Settings {
  const values = isObject(config) ? config : {};
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const zone = text("zone");
  const region = text("region") ?? zone?.replace(/-[a-z]$/, "") ?? STAND_INS[provider].region;
  const blocks = values["default_tags"];
  const block = isList(blocks) ? blocks[0] : undefined;
  const tags = provider === "google" ? values["default_labels"] : isObject(block) ? block["tags"] : undefined;
  return {
    provider,
    region,
    zone: zone ?? (provider === "google" ? `${region}-a` : `${region}a`),
    account: text("project") ?? text("subscription_id") ?? onlyAccount(values) ?? STAND_INS[provider].account,
    defaultTags: isObject(tags) ? tags : {},
  };
}

/** The AWS account that a configuration admits, where it is one alone. */
function onlyAccount({ allowed_account_ids: allowed }: ObjectValue): string | undefined {
  const [account] = isList(allowed) && allowed.length === 1 ? allowed : [];
  return typeof account === "string" ? account : undefined;
}
