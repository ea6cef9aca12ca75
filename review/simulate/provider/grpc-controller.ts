/**
 * How go-plugin asks a plugin to stop; a simulated provider answers and keeps running, since one server lives through many Terraform
 * commands.
 */
export const GRPC_CONTROLLER = `syntax = "proto3";

package plugin;

service GRPCController {
  rpc Shutdown(Empty) returns (Empty);
}

message Empty {}
`;
