import { findMachine } from "../../../constructs/catalog";
import { schedulerFiles } from "../../../constructs/emit/scheduler/scheduler-files";
import { resolved } from "../../owned/scheduler/sites";
import { documentsIn } from "../support";

/** The files of the cluster `train`, by name. */
export const filesOf = (...of: Parameters<typeof resolved>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    schedulerFiles(resolved(...of), { machine: findMachine }).map(({ file, text }) => [
      file.replace("scheduler/train/", ""),
      text,
    ]),
  );

/** The text of a file without the lines that say what it is. */
export const bodyOf = (text: string | undefined): string =>
  (text ?? "")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n");

/** The documents of a file, as tools read them. */
export const contentOf = (text: string | undefined): unknown[] => documentsIn(text ?? "");
