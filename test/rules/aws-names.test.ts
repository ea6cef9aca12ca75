import { awsPool, awsSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const SITE = "sites.rainier";
const CLUSTER = `${SITE}.clusters.train`;

describe("AWS-NAME-1, names that are joined", () => {
  const named = (...clusters: readonly Raw[]) => brief(check("AWS-NAME-1", fleetOf(awsSite({ clusters }))));
  const fileSystem = (name: string): Raw => ({
    kind: "lustre",
    type: "scratch",
    name,
    zoneId: "use2-az1",
    capacityGiB: 1200,
  });

  test("of a launch template are one pool's", () => {
    const of = (pool: string) =>
      named(cluster([awsPool({ name: pool })], { name: "a" }), cluster([awsPool()], { name: "a-b" }));
    expect(of("b")).toEqual([]);
    expect(of("b-trn2")).toEqual([`${SITE}.clusters.a-b.pools.trn2 rainier-a-b-trn2/-`]);
    // The machines of the system have one as well.
    expect(of("b-system")).toEqual([`${SITE}.clusters.a-b rainier-a-b-system/-`]);
  });

  test("of the groups of a pool whose reservations are made are its own", () => {
    const accept = "I accept that billing starts at once and goes on until the reservation is cancelled";
    const capacity = { kind: "onDemandReservation", zoneId: "use2-az1", create: { accept } };
    const of = (count: number) =>
      named(
        cluster([awsPool({ name: "b-x", count, capacity })], { name: "a" }),
        cluster([awsPool({ name: "x-2" })], { name: "a-b" }),
      );
    expect(of(450)).toEqual([]);
    expect(of(451)).toEqual([`${SITE}.clusters.a-b.pools.x-2 rainier-a-b-x-2/-`]);
  });

  test("of a security group are one thing's in a VPC", () => {
    const storage = (name: string) => named(cluster([awsPool()], { storage: [fileSystem(name)] }));
    expect(storage("data")).toEqual([]);
    expect(storage("accelerators")).toEqual([`${CLUSTER}.storage.accelerators rainier-train-accelerators/-`]);
    // In another VPC it is another group.
    const network = { cidrs: ["10.30.0.0/16"] };
    expect(
      named(
        cluster([awsPool()], { name: "a", storage: [fileSystem("b-c")] }),
        cluster([awsPool()], { name: "a-b", storage: [fileSystem("c")], network }),
      ),
    ).toEqual([]);
  });

  test("of a security group are one thing's in a VPC that exists, whoever names it", () => {
    const network = {
      kind: "existing",
      vpcId: "vpc-0123456789abcdef0",
      cidrs: ["10.20.0.0/16"],
      systemSubnets: { "use2-az1": "subnet-0aaaaaaa1", "use2-az2": "subnet-0aaaaaaa2" },
      acceleratorSubnets: { "use2-az1": "subnet-0bbbbbbb1" },
    };
    expect(
      named(
        cluster([awsPool()], { name: "a", network, storage: [fileSystem("b-c")] }),
        cluster([awsPool()], { name: "a-b", network, storage: [fileSystem("c")] }),
      ),
    ).toEqual([`${SITE}.clusters.a-b.storage.c rainier-a-b-c/-`]);
  });

  test("of a role are one in the account", () => {
    const pods = (namespace: string, serviceAccount: string): Raw => ({
      namespace,
      serviceAccount,
      policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
    });
    const of = (...podIdentities: readonly Raw[]) => named(cluster([awsPool()], { podIdentities }));
    expect(of(pods("a", "b"), pods("a", "c"))).toEqual([]);
    expect(of(pods("a", "b-c"), pods("a-b", "c"))).toEqual([`${CLUSTER}.podIdentities[1] rainier-train-a-b-c/-`]);
  });
});

test("NAME-1 finds two EKS clusters of one name, whether or not they have stacks of their own, once", () => {
  const of = (one: string, other: string) => {
    const sites = [
      awsSite({ name: "a", stacks: one, clusters: [cluster([awsPool()], { name: "b-c" })] }),
      awsSite({ name: "a-b", stacks: other, clusters: [cluster([awsPool()], { name: "c" })] }),
    ];
    return check("NAME-1", fleetOf(...sites)).map(({ path }) => path);
  };
  for (const one of ["single", "perCluster"])
    for (const other of ["single", "perCluster"]) expect(of(one, other)).toEqual(["sites.a-b.clusters.c"]);
});
