import { isAbsolute, win32 } from "node:path";
import type { OutputRule } from "./output-rule";
import { block, isGiven } from "./stack-output";

export const backendExplicit: OutputRule = {
  id: "X-BACKEND-01",
  title: "a stack says where its state is, once, and by no path of one machine",
  severity: "error",
  source:
    "Terraform, backends: without one the state is a file beside the configuration, in a folder that is written anew",
  *check({ config, path }) {
    const { backend, cloud } = block(config["terraform"]);
    const kinds = Object.entries(block(backend)).flatMap(([kind, value]) => (isGiven(value) ? [kind] : []));
    if (isGiven(cloud)) kinds.push("cloud");
    if (kinds.length === 0) {
      yield {
        path: `${path}.terraform.backend`,
        message: "is missing, and the state would lie in the output folder",
        hint: "leave the backend of the fleet's state",
      };
    }
    if (kinds.length > 1) {
      yield {
        path: `${path}.terraform.backend`,
        observed: kinds.join(", "),
        message: `a stack has one place for its state; got ${kinds.join(" and ")}`,
        hint: "set the other one to null",
      };
    }
    const { path: file } = block(block(backend)["local"]);
    if (typeof file !== "string" || !(isAbsolute(file) || win32.isAbsolute(file) || file.startsWith("~"))) return;
    yield {
      path: `${path}.terraform.backend.local.path`,
      observed: file,
      message: "is a path of this machine: everybody else would begin with an empty state",
      hint: "write it relative to the folder of the stack",
    };
  },
};
