import { Fleet, RemoteState } from "siteform";
import { StateBucket as S3StateBucket } from "siteform/aws";
import { StateContainer } from "siteform/azure";
import { StateBucket as CloudStorageStateBucket } from "siteform/google";

/** The S3 bucket of a fleet's state, with the key that the state names by its alias. */
function stateAws(): Fleet {
  const fleet = new Fleet("case-state-aws", {
    state: RemoteState.s3({ bucket: "case-tfstate", region: "us-east-2", kmsKeyId: "alias/case-tfstate" }),
  });
  new S3StateBucket(fleet, { account: "111122223333", accessLog: { bucket: "case-access-logs" } });
  return fleet;
}

/** The Cloud Storage bucket, its key and its members. */
function stateGoogle(): Fleet {
  const fleet = new Fleet("case-state-google", {
    state: RemoteState.gcs({
      bucket: "case-tfstate",
      kmsEncryptionKey: "projects/case-state/locations/us-east5/keyRings/tfstate/cryptoKeys/tfstate",
    }),
  });
  new CloudStorageStateBucket(fleet, {
    project: "case-state",
    location: "us-east5",
    members: ["group:infra@example.com"],
  });
  return fleet;
}

/** The storage account and container, and who may write there. */
function stateAzure(): Fleet {
  const fleet = new Fleet("case-state-azure", {
    state: RemoteState.azureBlob({
      resourceGroup: "case-state",
      storageAccount: "casetfstate",
      container: "tfstate",
      subscriptionId: "00000000-0000-4000-8000-000000000001",
    }),
  });
  new StateContainer(fleet, {
    subscription: "00000000-0000-4000-8000-000000000001",
    region: "eastus2",
    contributors: ["00000000-0000-4000-8000-0000000000cc"],
  });
  return fleet;
}

export const stateCases = { "state-aws": stateAws, "state-google": stateGoogle, "state-azure": stateAzure } as const;
