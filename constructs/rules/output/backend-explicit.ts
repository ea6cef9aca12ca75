import { isAbsolute } from "node:path";
import type { OutputRule } from "./output-rule";
import { block } from "./stack-output";

export const backendExplicit: OutputRule = {
  id: "X-BACKEND-01",
  title: "a stack says where its state is, by no path of one machine",
  severity: "error",
  source:
    "Terraform, backends: without one the state is a file beside the configuration, in a folder that is written anew",
  *check({ config, path }) {
    const backends = block(block(config["terraform"])["backend"]);
    const cloud = block(config["terraform"])["cloud"];
    if (Object.keys(backends).length === 0 && cloud === undefined) {
      yield {
        path: `${path}.terraform.backend`,
        message: "is missing, and the state would lie in the output folder",
        hint: "leave the backend of the fleet's state",
      };
    }
    const { path: file } = block(backends["local"]);
    if (typeof file !== "string" || !isAbsolute(file)) return;
    yield {
      path: `${path}.terraform.backend.local.path`,
      observed: file,
      message: "is a path of this machine: everybody else would begin with an empty state",
      hint: "write it relative to the folder of the stack",
    };
  },
};
