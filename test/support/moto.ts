import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

/** A program that answers the APIs of AWS on this machine: https://github.com/getmoto/moto. */
export interface Moto {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Credentials that are nobody's, for what reads them from the environment, and no settings of this machine's. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends the process that was started, and no other. */
  close(): Promise<void>;
}

/** Whether `moto_server` is on the PATH and runs. */
export const hasMoto: boolean = spawnSync("moto_server", ["--help"], { stdio: "ignore" }).status === 0;

type Describe = (title: string, tests: () => void) => void;

/** A group of tests that need moto, and what else they need. Without it they are skipped, and their title says why. */
export const describeWithMoto = (title: string, describeOthers: Describe, tests: () => void): void =>
  hasMoto ? describeOthers(title, tests) : describe.skip(`${title} (skipped: no moto_server on the PATH)`, tests);

/**
 * Starts moto on a port of the loopback interface that is free, and waits until it answers. Whoever calls it is in the account that
 * is given.
 */
export async function startMoto(account = MOTO_ACCOUNT): Promise<Moto> {
  const port = await freePort();
  const child = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
    // AWS keeps policies that roles are given; moto knows them only when it is told to.
    env: { ...process.env, MOTO_ACCOUNT_ID: account, MOTO_IAM_LOAD_MANAGED_POLICIES: "true" },
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/moto-api/`, child);
  return {
    url,
    env: {
      AWS_ACCESS_KEY_ID: "testing",
      AWS_SECRET_ACCESS_KEY: "testing",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    },
    close: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("the loopback interface has no free port"));
      });
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`moto_server ended with ${child.exitCode}`);
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill("SIGTERM");
  throw new Error("moto_server did not answer within a minute");
}

/** The account that moto takes whoever has no other to be in. */
export const MOTO_ACCOUNT = "123456789012";
