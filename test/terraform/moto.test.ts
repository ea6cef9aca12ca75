import { describeWithMoto, type Moto, startMoto } from "../support/moto";
import { countsByType, lackingOf, reduceToMoto, sendToMoto } from "../support/moto-subset";
import { RealAws } from "../support/real-aws";
import { synthesized } from "../support/reference";
import { describeWithRealAws } from "../support/with-tools";

/** Each has a moto of its own: the stacks of the cases have the same names in the same account. */
async function withMoto(action: (moto: Moto) => Promise<void>): Promise<void> {
  const moto = await startMoto("111122223333");
  try {
    await action(moto);
  } finally {
    await moto.close();
  }
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

async function ready(folder: string, moto: Moto): Promise<RealAws> {
  sendToMoto(folder, moto);
  const terraform = new RealAws(folder);
  await terraform.init();
  return terraform;
}

/** Applies a stack and plans it again, which must come to nothing. */
async function appliedAndUnchanged(folder: string, terraform: RealAws): Promise<void> {
  const count = sum(countsByType(folder));
  expect(await terraform.succeeds("apply", "-auto-approve")).toContain(`Resources: ${count} added, 0 changed`);
  // With this option a plan that would change something does not succeed.
  await terraform.succeeds("plan", "-detailed-exitcode");
}

async function destroyed(folder: string, terraform: RealAws): Promise<void> {
  const count = sum(countsByType(folder));
  // The plan before has just read everything anew.
  expect(await terraform.succeeds("destroy", "-auto-approve", "-refresh=false")).toContain(
    `Resources: ${count} destroyed`,
  );
}

/**
 * The real provider against moto: that it accepts each argument, that AWS's APIs as moto has them accept each call, and that what
 * was made is found again. Moto runs no machine and waits for none; the provider waits between its calls all the same, and so the
 * stacks are worked on at once. What moto lacks is named in `moto-subset.ts`.
 */
describeWithMoto("the real AWS provider against moto", describeWithRealAws, () => {
  test.concurrent.each(["aws-storage", "aws-private", "aws-contracts"] as const)(
    "%s: what moto has of it is applied, found unchanged, and destroyed",
    (name) =>
      withMoto(async (moto) => {
        const folder = synthesized(name).stackFolder("ohio");
        const types = Object.keys(countsByType(folder));
        expect(reduceToMoto(folder)).toEqual(lackingOf(types));
        const terraform = await ready(folder, moto);
        await appliedAndUnchanged(folder, terraform);
        await destroyed(folder, terraform);
      }),
  );

  test.concurrent("a foundation is applied whole; its cluster finds it by name, and not before it is there", () =>
    withMoto(async (moto) => {
      const fleet = synthesized("aws-per-cluster");
      const [foundation, serve] = [fleet.stackFolder("ohio"), fleet.stackFolder("ohio-serve")];
      const early = await (await ready(serve, moto)).plan();
      expect({ code: early.code, said: JSON.stringify(early.diagnostics) }).toEqual({
        code: 1,
        said: expect.stringContaining("no matching EC2 VPC found"),
      });
      const terraform = await ready(foundation, moto);
      await appliedAndUnchanged(foundation, terraform);
      expect(await new RealAws(serve).plan()).toEqual({
        code: 0,
        diagnostics: [],
        actions: ["create"],
        created: countsByType(serve),
      });
      await destroyed(foundation, terraform);
    }));
});
