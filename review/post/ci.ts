import { readFileSync } from "node:fs";
import { isObject, type Json, type JsonObject, objectAt, textAt } from "../plan/json";

type Env = Readonly<Record<string, string | undefined>>;

/** Where a review belongs, as far as a pipeline says so. */
export interface CiTarget {
  readonly github?: string;
  readonly gitlab?: string;
  /** Address of the API. */
  readonly url?: string;
  /** The commit that was reviewed: the last one of what is to be merged, not the merge that was tried. */
  readonly head?: string;
  readonly number?: number;
  /** Number of the run, and its attempt: `12.1`. */
  readonly run?: string;
}

/**
 * What the variables of a job say. What one pipeline starts after another, with `workflow_run`, is about the first one: its commit and its
 * number come from the event, and not from the variables, which tell of the default branch.
 */
export function ciTarget(env: Env): CiTarget {
  if (env["GITHUB_REPOSITORY"] !== undefined) return gitHubTarget(env, env["GITHUB_REPOSITORY"]);
  if (env["CI_PROJECT_ID"] !== undefined) return gitLabTarget(env, env["CI_PROJECT_ID"]);
  return {};
}

function gitHubTarget(env: Env, github: string): CiTarget {
  const event = readEvent(env["GITHUB_EVENT_PATH"]);
  const first = event["workflow_run"];
  const common = { github, ...defined({ url: env["GITHUB_API_URL"] }) };
  if (isObject(first)) {
    const [number, attempt] = [first["run_number"], first["run_attempt"]];
    const run = typeof number === "number" ? `${number}.${typeof attempt === "number" ? attempt : 1}` : undefined;
    return { ...common, ...defined({ head: textAt(first, "head_sha"), run }) };
  }
  const pull = objectAt(event, "pull_request");
  const number = pull["number"];
  return {
    ...common,
    ...defined({
      head: textAt(objectAt(pull, "head"), "sha"),
      run: runOf(env["GITHUB_RUN_NUMBER"], env["GITHUB_RUN_ATTEMPT"]),
    }),
    ...(typeof number === "number" ? { number } : {}),
  };
}

function gitLabTarget(env: Env, gitlab: string): CiTarget {
  const number = env["CI_MERGE_REQUEST_IID"];
  // Where the merge was tried, CI_COMMIT_SHA is the merge.
  const source = env["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"];
  return {
    gitlab,
    ...defined({
      url: env["CI_API_V4_URL"],
      head: source === undefined || source === "" ? env["CI_COMMIT_SHA"] : source,
      run: runOf(env["CI_PIPELINE_IID"], "1"),
    }),
    ...(number !== undefined && /^\d{1,15}$/.test(number) ? { number: Number(number) } : {}),
  };
}

const runOf = (number: string | undefined, attempt = "1"): string | undefined =>
  number === undefined ? undefined : `${number}.${attempt}`;

/** The event that a job was started by; an empty one where it cannot be read. */
function readEvent(path: string | undefined): JsonObject {
  if (path === undefined) return {};
  try {
    const json: Json = JSON.parse(readFileSync(path, "utf8"));
    return isObject(json) ? json : {};
  } catch {
    return {};
  }
}

/** An object without what is undefined. */
function defined<K extends string>(values: Readonly<Record<K, string | undefined>>): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) found[key] = value;
  }
  return found;
}
