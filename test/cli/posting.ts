import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PostOptions, post as postCommand } from "../../cli/post";
import { say } from "../../cli/say";
import { UsageError } from "../../cli/usage-error";
import { buildReview } from "../../review/report/build-review";
import type { Review } from "../../review/report/schema";
import { change, planOf, stack } from "../review/support";
import { type FakeForge, TOKEN } from "../support/fake-forge";
import { root, tempFolder } from "../support/temp";

export const HEAD = "a".repeat(40);
export const OTHER = "b".repeat(40);

export interface Run {
  readonly status: number;
  readonly out: string;
}

/** Everything that any run of this file has said. */
const said: string[] = [];
/** How long was waited, in milliseconds: nobody waits here. */
export const waits: number[] = [];
jest.mock("node:timers/promises", () => ({
  setTimeout: async (milliseconds: number) => {
    waits.push(milliseconds);
  },
}));

function folderWith(review: unknown): string {
  const folder = tempFolder();
  writeFileSync(join(folder, "review.json"), typeof review === "string" ? review : JSON.stringify(review));
  return folder;
}

/** What `siteform post` does with a review, with nothing in its environment but what is given. */
export async function post(
  review: unknown,
  options: Partial<PostOptions>,
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  const lines: string[] = [];
  const write = jest.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    await postCommand("review.json", { cwd: folderWith(review), environment: "default", ...options }, env);
    return { status: 0, out: lines.join("") };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // As the command says it.
    say(`siteform: ${error.message}`);
    return { status: 1, out: lines.join("") };
  } finally {
    write.mockRestore();
    said.push(lines.join(""));
  }
}

/** The same as a command of its own. */
export function command(review: unknown, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, "dist", "cli", "main.js"), "post", "review.json", ...args],
      { cwd: folderWith(review), env: { PATH: process.env["PATH"], NO_COLOR: "1", ...env } },
      (error, stdout, stderr) => {
        const out = `${stdout}${stderr}`;
        said.push(out);
        resolve({ status: error === null ? 0 : Number(error.code), out });
      },
    );
  });
}

export const reviewOf = (count = 1): Review =>
  buildReview([
    stack("a", planOf(...Array.from({ length: count }, (_, index) => change(`aws_instance.n[${index}]`, ["create"])))),
  ]);

export const eventFile = (event: object): string => {
  const file = join(tempFolder(), "event.json");
  writeFileSync(file, JSON.stringify(event));
  return file;
};

/** The environment of a job that a finished pipeline started: the commit and the number are those of the first one. */
export const jobOf = (forge: FakeForge, run: number, head = HEAD, attempt = 1) => ({
  GITHUB_REPOSITORY: "atlas/fleet",
  GITHUB_API_URL: forge.url,
  GITHUB_RUN_NUMBER: "999",
  GITHUB_SHA: OTHER,
  GITHUB_TOKEN: TOKEN,
  GITHUB_EVENT_PATH: eventFile({ workflow_run: { head_sha: head, run_number: run, run_attempt: attempt } }),
});

/** A fake place for each test of a file, in which the request that is reviewed is open. At the end, neither the token nor a trace was said. */
export function forge(open: () => Promise<FakeForge>): { readonly current: FakeForge } {
  let current: FakeForge | undefined;
  beforeEach(async () => {
    current = await open();
    current.requests.push({ number: 7, head: HEAD, isOpen: true });
  });
  afterEach(() => current?.close());
  afterAll(() => {
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((out) => out.includes(TOKEN))).toEqual([]);
    expect(said.filter((out) => /^ {4}at /m.test(out))).toEqual([]);
  });
  return {
    get current(): FakeForge {
      if (current === undefined) throw new Error("a forge is there within a test alone");
      return current;
    },
  };
}
