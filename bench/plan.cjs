// One plan, alone in its process, with its figures in a file: the request and the gap come from the environment.
const { writeFileSync } = require("node:fs");
const { planRequest } = require("./plan-request.cjs");
const { planCapacity } = require("../dist/constructs/planner/index.js");

const { gap, seconds, ...size } = JSON.parse(process.env.PLAN ?? "{}");
planCapacity(planRequest(size), { gap, seconds, worth: false, hedge: false }).then((plan) => {
  const { user, system } = process.cpuUsage();
  const figures = {
    status: plan.status,
    cost: plan.cost?.toFixed(2),
    proof: plan.proof,
    orders: plan.purchases?.length,
    processorSeconds: (user + system) / 1e6,
  };
  writeFileSync(process.env.PLAN_FIGURES, JSON.stringify(figures));
});
