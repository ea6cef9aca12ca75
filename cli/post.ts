import { resolve } from "node:path";
import { PostError } from "../review/post/api";
import { type CiTarget, ciTarget } from "../review/post/ci";
import { GitHub } from "../review/post/github";
import { GitLab } from "../review/post/gitlab";
import type { Marker, Run } from "../review/post/marker";
import type { Place } from "../review/post/place";
import { postReview } from "../review/post/post";
import { ReviewError, readReview } from "../review/post/read-review";
import { say } from "./say";
import { UsageError } from "./usage-error";

/** Variables that hold a token, by place, the first that is set. */
export const TOKENS = { github: ["GITHUB_TOKEN", "GH_TOKEN"], gitlab: ["GITLAB_TOKEN"] } as const;

export interface PostOptions {
  readonly cwd: string;
  readonly environment: string;
  readonly github?: string;
  readonly gitlab?: string;
  readonly api?: string;
  readonly head?: string;
  readonly number?: number;
  readonly run?: string;
  readonly author?: string;
}

/** `siteform post`: runs nothing of a project, and believes nothing of the file but what its schema allows. */
export async function post(file: string, options: PostOptions, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const target = targetOf(options, ciTarget(env));
  const problems = problemsOf(target, options);
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  const marker = markerFor(target, options);
  const place = placeOf(target, options, env);
  try {
    const review = readReview(resolve(options.cwd, file));
    const { message } = await postReview(review, marker, place, target.number);
    say(message);
  } catch (error) {
    if (error instanceof ReviewError) throw new UsageError(`${file} is not posted: ${error.message}`);
    if (error instanceof PostError) throw new UsageError(error.message);
    throw error;
  }
}

/** What is said on the command line goes before what the pipeline says; of another place, the pipeline says nothing. */
function targetOf({ github, gitlab, api, head, number, run }: PostOptions, ci: CiTarget): CiTarget {
  const isOther = (github !== undefined && github !== ci.github) || (gitlab !== undefined && gitlab !== ci.gitlab);
  const isOtherHead = head !== undefined && head !== ci.head;
  const { number: ciNumber, ...rest } = isOther ? {} : ci;
  return {
    ...rest,
    // The request of a pipeline is the one of its own commit.
    ...(ciNumber === undefined || isOtherHead ? {} : { number: ciNumber }),
    ...(github === undefined ? {} : { github }),
    ...(gitlab === undefined ? {} : { gitlab }),
    ...(api === undefined ? {} : { url: api }),
    ...(head === undefined ? {} : { head }),
    ...(number === undefined ? {} : { number }),
    ...(run === undefined ? {} : { run }),
  };
}

function problemsOf({ github, gitlab, url, head, run }: CiTarget, { environment }: PostOptions): string[] {
  const problems: string[] = [];
  if (github === undefined && gitlab === undefined) {
    problems.push("where to post is not known: name it with --github <owner/repository> or --gitlab <project>");
  }
  if (github !== undefined && gitlab !== undefined) problems.push("name one of --github and --gitlab");
  if (github !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(github)) {
    problems.push(`--github must be <owner>/<repository>, and is ${JSON.stringify(github)}`);
  }
  if (head === undefined) problems.push("which commit was reviewed is not known: name it with --head");
  else if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(head)) {
    problems.push(`--head must be a whole commit hash, and is ${JSON.stringify(head)}`);
  }
  if (run === undefined) problems.push("which run this is is not known: number it with --run, higher with each");
  else if (runOf(run) === undefined)
    problems.push(`--run must be a number, such as 12 or 12.1, and is ${JSON.stringify(run)}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(environment)) {
    problems.push(
      `--environment must be lower-case letters, digits and hyphens, and is ${JSON.stringify(environment)}`,
    );
  }
  if (url !== undefined) problems.push(...problemsOfUrl(url));
  return problems;
}

/** A token goes to this address: not in the clear, unless it stays on this machine. */
function problemsOfUrl(url: string): string[] {
  if (!URL.canParse(url)) return ["--api is no address"];
  const { protocol, hostname, username, password, search, hash } = new URL(url);
  if (username !== "" || password !== "") return ["--api must not hold a name or a password"];
  if (search !== "" || hash !== "") return ["--api must end with its path"];
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isHere)
    ? []
    : [`--api must begin with https://, and is ${JSON.stringify(url)}`];
}

function runOf(text: string): Run | undefined {
  const [, number, attempt = "1"] = /^(\d{1,15})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  return number === undefined ? undefined : { number: Number(number), attempt: Number(attempt) };
}

function markerFor({ head, run }: CiTarget, { environment }: PostOptions): Marker {
  const read = run === undefined ? undefined : runOf(run);
  if (head === undefined || read === undefined) throw new UsageError("the commit and the run must be named");
  return { environment, head, run: read };
}

function placeOf({ github, gitlab, url }: CiTarget, { author }: PostOptions, env: NodeJS.ProcessEnv): Place {
  const common = {
    ...(url === undefined ? {} : { url: url.replace(/\/+$/, "") }),
    ...(author === undefined ? {} : { author }),
  };
  if (github !== undefined) return new GitHub({ repository: github, token: tokenOf("github", env), ...common });
  if (gitlab !== undefined) return new GitLab({ project: gitlab, token: tokenOf("gitlab", env), ...common });
  throw new UsageError("name one of --github and --gitlab");
}

/** A token is read from the environment alone: what stands on a command line is seen by every program of the machine. */
function tokenOf(place: keyof typeof TOKENS, env: NodeJS.ProcessEnv): string {
  const token = TOKENS[place].map((name) => env[name]?.trim()).find((value) => value !== undefined && value !== "");
  if (token === undefined) throw new UsageError(`there is no token: set ${TOKENS[place].join(" or ")}`);
  // Anything else cannot stand in a header, and the error of that would repeat it.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(`the token in ${TOKENS[place].join(" or ")} has characters that no token has`);
  return token;
}
