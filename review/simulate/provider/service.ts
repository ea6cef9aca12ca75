import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import { PathStep } from "./plan";
import { PrivateData, SimulatedProvider } from "./provider";
import { DynamicValue, decodeValue, encodeValue } from "./value";

interface Typed {
  readonly type_name: string;
}

interface ConfigRequest {
  readonly config: DynamicValue;
}

interface PlanMessage extends Typed, ConfigRequest {
  readonly prior_state: DynamicValue;
  readonly proposed_new_state: DynamicValue;
  readonly prior_private: Uint8Array;
}

interface ApplyMessage extends Typed {
  readonly prior_state: DynamicValue;
  readonly planned_state: DynamicValue;
  readonly planned_private: Uint8Array;
}

/** The protocol's calls, answered by one provider instance. Calls that need nothing answer with an empty message. */
export function providerService(provider: SimulatedProvider, encodedSchema: Buffer): UntypedServiceImplementation {
  return {
    GetMetadata: call(() => ({ server_capabilities: CAPABILITIES })),
    GetProviderSchema: (_call: unknown, reply: (error: null, schema: Buffer) => void) => reply(null, encodedSchema),
    GetResourceIdentitySchemas: call(() => ({})),
    GetFunctions: call(() => ({})),
    StopProvider: call(() => ({})),
    ValidateProviderConfig: call(() => ({})),
    ValidateResourceConfig: call(() => ({})),
    ValidateDataResourceConfig: call(() => ({})),
    ConfigureProvider: call((request: ConfigRequest) => {
      provider.configure(decodeValue(request.config));
      return {};
    }),
    // The state file's own JSON: Terraform reads it back by the schema, so nothing has to be converted.
    UpgradeResourceState: call((request: { raw_state: { json: Uint8Array } }) => ({
      upgraded_state: { json: request.raw_state.json },
    })),
    MoveResourceState: call((request: { source_state: { json: Uint8Array }; source_private: Uint8Array }) => ({
      target_state: { json: request.source_state.json },
      target_private: request.source_private,
    })),
    ReadResource: call((request: Typed & { current_state: DynamicValue; private: Uint8Array }) => ({
      new_state: encodeValue(
        provider.refresh(request.type_name, decodeValue(request.current_state), readPrivate(request.private)),
      ),
      private: request.private,
    })),
    PlanResourceChange: call((request: PlanMessage) => {
      const { planned, requiresReplace } = provider.plan(
        request.type_name,
        decodeValue(request.prior_state),
        decodeValue(request.proposed_new_state),
        decodeValue(request.config),
        readPrivate(request.prior_private),
      );
      return {
        planned_state: encodeValue(planned),
        requires_replace: requiresReplace.map((steps: readonly PathStep[]) => ({ steps })),
        planned_private: request.prior_private,
      };
    }),
    ApplyResourceChange: call((request: ApplyMessage) => {
      const { state, kept } = provider.apply(
        request.type_name,
        decodeValue(request.prior_state),
        decodeValue(request.planned_state),
        readPrivate(request.planned_private),
      );
      return { new_state: encodeValue(state), private: writePrivate(kept) };
    }),
    ImportResourceState: call((request: Typed & { id: string }) => ({
      imported_resources: [
        {
          type_name: request.type_name,
          state: encodeValue(provider.import(request.type_name, request.id)),
          private: writePrivate({ imported: true }),
        },
      ],
    })),
    ReadDataSource: call((request: Typed & ConfigRequest) => ({
      state: encodeValue(provider.readData(request.type_name, decodeValue(request.config))),
    })),
  };
}

/** What a provider may leave out: Terraform then asks for the schema once per command and not before each call. */
export const CAPABILITIES = { get_provider_schema_optional: true, plan_destroy: false, move_resource_state: true };

/** A failure becomes a diagnostic, which Terraform prints like any provider's error. */
function call<Request, Response extends object>(handle: (request: Request) => Response) {
  return (context: ServerUnaryCall<Request, object>, reply: sendUnaryData<object>): void => {
    try {
      reply(null, handle(context.request));
    } catch (error) {
      const [message, detail] = error instanceof Error ? [error.message, error.stack ?? ""] : [String(error), ""];
      const summary = `The simulated provider refuses it: ${message}`;
      reply(null, { diagnostics: [{ severity: "ERROR", summary, detail }] });
    }
  };
}

function readPrivate(bytes: Uint8Array): PrivateData {
  // Only this file writes it, in writePrivate.
  return bytes.length === 0 ? {} : (JSON.parse(Buffer.from(bytes).toString("utf8")) as PrivateData);
}

function writePrivate(kept: PrivateData): Buffer {
  return Buffer.from(JSON.stringify(kept));
}
