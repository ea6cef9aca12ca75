import type { AwsStateStore, AzureStateStore, GoogleStateStore, State } from "../model";
import type { Report, Rule } from "./rule";
import { arnParts } from "./state-access";
import { stateStorePath } from "./state-store-kind";
import { listed } from "./walk";

type StateOf<K extends State["kind"]> = Extract<State, { kind: K }>;

export const stateStoreFits: Rule = {
  id: "STATE-6",
  title: "what creates the place of the state does so where the state looks for it",
  severity: "error",
  source:
    "Terraform, backends; Amazon S3 user guide, server access logging; Cloud Storage documentation: a key is in the location of its bucket; Azure Storage, prevent shared key authorization",
  *check({ fleet: { state, stateStores }, isPartial }) {
    const [store] = stateStores;
    if (store === undefined || isPartial("state")) return;
    const path = stateStorePath(stateStores, 0);
    if (store.provider === "aws" && state.kind === "s3") yield* awsFits(state, store, path);
    if (store.provider === "google" && state.kind === "gcs") yield* googleFits(state, store, path);
    if (store.provider === "azure" && state.kind === "azureBlob") yield* azureFits(state, store, path);
  },
};

function* awsFits(state: StateOf<"s3">, store: AwsStateStore, path: string): Generator<Report> {
  const { allowedAccountIds, roleArn, kmsKeyId } = state;
  const at = `${path}.account`;
  if (allowedAccountIds !== undefined && !allowedAccountIds.includes(store.account)) {
    const message = `the bucket would be created in ${store.account}, and the state is looked for in ${listed(allowedAccountIds)} alone`;
    yield { path: at, observed: store.account, limit: allowedAccountIds.join(", "), message };
  } else if (roleArn !== undefined && arnParts(roleArn).account !== store.account) {
    const { account } = arnParts(roleArn);
    const message = `the bucket would be created in ${store.account}, and the state is read with a role of ${account}, which the bucket's policy does not know`;
    yield { path: at, observed: store.account, limit: account, message };
  }
  const key =
    kmsKeyId?.startsWith("arn:") === true ? arnParts(kmsKeyId) : { account: store.account, resource: kmsKeyId ?? "" };
  if (key.resource.startsWith("alias/")) {
    if (key.resource.startsWith("alias/aws/")) {
      yield {
        path: "state.kmsKeyId",
        observed: key.resource,
        message: `the alias ${key.resource} is one of AWS's own, which nobody else can create`,
        hint: "leave kmsKeyId out: the bucket then encrypts with the key that is created",
      };
    } else if (key.account !== store.account) {
      const message = `the alias would be created in ${store.account}, and the state names one of ${key.account}`;
      yield { path: "state.kmsKeyId", observed: key.account, limit: store.account, message };
    }
  }
  if (store.accessLog?.bucket === state.bucket) {
    yield {
      path: `${path}.accessLog.bucket`,
      observed: state.bucket,
      message: "the bucket would take its own access logs: each entry would make another",
      hint: "name a bucket for logs, which is there already",
    };
  }
}

function* googleFits(state: StateOf<"gcs">, store: GoogleStateStore, path: string): Generator<Report> {
  if (state.kmsEncryptionKey === undefined) return;
  const [, project = "", , location = ""] = state.kmsEncryptionKey.split("/");
  if (location.toLowerCase() !== store.location.toLowerCase()) {
    yield {
      path: `${path}.location`,
      observed: store.location,
      limit: location,
      message: `the bucket would be in ${store.location} and its key in ${location}; Cloud Storage encrypts with keys of the bucket's location`,
    };
  }
  if (store.createKey && project !== store.project) {
    yield {
      path: `${path}.project`,
      observed: store.project,
      limit: project,
      message: `the key would be created in the project ${store.project}, and the state names one of ${project}`,
      hint: "createKey: false leaves a key of another project as it is",
    };
  }
}

function* azureFits(state: StateOf<"azureBlob">, store: AzureStateStore, path: string): Generator<Report> {
  if (state.subscriptionId !== undefined && state.subscriptionId.toLowerCase() !== store.subscription.toLowerCase()) {
    yield {
      path: `${path}.subscription`,
      observed: store.subscription,
      limit: state.subscriptionId,
      message: `the storage account would be created in the subscription ${store.subscription}, and the state is looked for in ${state.subscriptionId}`,
    };
  }
  if (!state.useAzureadAuth) {
    yield {
      path: "state.useAzureadAuth",
      observed: "false",
      limit: "true",
      message: "the storage account that is created takes no shared key, and the state would be read with one",
      hint: "leave useAzureadAuth out",
    };
  }
}
