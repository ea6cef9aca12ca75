import { createServer, Socket } from "node:net";
import { GrpcObject, loadPackageDefinition, Server, ServerCredentials, ServiceDefinition } from "@grpc/grpc-js";
import { fromJSON } from "@grpc/proto-loader";
import { parse } from "protobufjs";
import { GRPC_CONTROLLER } from "./grpc-controller";
import { LiveObjects, ProviderOptions, SimulatedProvider } from "./provider";
import { ProviderSchema, schemaMessage } from "./schema";
import { ProviderName } from "./schema-source";
import { CAPABILITIES, providerService } from "./service";
import { TFPLUGIN6 } from "./tfplugin6";

const MESSAGE_LIMIT = 64 * 1024 * 1024;

export interface RunningServer {
  close(): Promise<void>;
}

/** Serves one provider on a unix socket until it is closed. */
export async function serveProvider(
  name: ProviderName,
  schema: ProviderSchema,
  socketPath: string,
  options: ProviderOptions,
): Promise<RunningServer> {
  const { definition, encodedSchema } = prepareService(schema);
  const live = new LiveObjects();
  const connections = new Map<Socket, Server>();
  // Terraform opens one connection for each configured provider, so a gRPC server per connection keeps the settings of
  // two regions apart; the calls themselves do not say which configuration they belong to.
  const listener = createServer((socket) => {
    const grpc = new Server({
      "grpc.max_receive_message_length": MESSAGE_LIMIT,
      "grpc.max_send_message_length": MESSAGE_LIMIT,
    });
    grpc.addService(definition, providerService(new SimulatedProvider(name, schema, live, options), encodedSchema));
    grpc.addService(controllerDefinition(), { Shutdown: (_call: unknown, reply: Reply) => reply(null, {}) });
    connections.set(socket, grpc);
    socket.once("close", () => {
      connections.delete(socket);
      grpc.forceShutdown();
    });
    grpc.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(socket);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once("error", reject);
    listener.listen(socketPath, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        for (const [socket, grpc] of connections) {
          grpc.forceShutdown();
          socket.destroy();
        }
      }),
  };
}

type Reply = (error: null, response: object) => void;

/** The service with its schema answer encoded once: Terraform asks for it in every command. */
function prepareService(schema: ProviderSchema): { definition: ServiceDefinition; encodedSchema: Buffer } {
  const definition = { ...loadService(TFPLUGIN6, "tfplugin6", "Provider") };
  const method = definition["GetProviderSchema"];
  if (!method) {
    throw new Error("the protocol has no GetProviderSchema");
  }
  const encodedSchema = method.responseSerialize({
    provider: schemaMessage(schema.provider),
    resource_schemas: messages(schema.resources),
    data_source_schemas: messages(schema.dataSources),
    server_capabilities: CAPABILITIES,
  });
  definition["GetProviderSchema"] = { ...method, responseSerialize: (encoded: Buffer) => encoded };
  return { definition, encodedSchema };
}

function messages(schemas: ProviderSchema["resources"]): object {
  return Object.fromEntries([...schemas].map(([name, block]) => [name, schemaMessage(block)]));
}

function controllerDefinition(): ServiceDefinition {
  return loadService(GRPC_CONTROLLER, "plugin", "GRPCController");
}

const loaded = new Map<string, ServiceDefinition>();

function loadService(protocol: string, packageName: string, service: string): ServiceDefinition {
  const known = loaded.get(packageName);
  if (known) {
    return known;
  }
  const { root } = parse(protocol, { keepCase: true });
  const definition = fromJSON(root.toJSON(), { keepCase: true, longs: Number, enums: String, defaults: true });
  // A package loads as an object of its services and messages; which one it is, the check below says.
  const found = (loadPackageDefinition(definition)[packageName] as GrpcObject | undefined)?.[service];
  if (typeof found !== "function" || !("service" in found)) {
    throw new Error(`the protocol declares no service ${packageName}.${service}`);
  }
  loaded.set(packageName, found.service);
  return found.service;
}
