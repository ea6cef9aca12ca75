export { capacityDrawing } from "./capacity-drawing";
export { commitmentLadder } from "./commitment-ladder";
export { supplyChart } from "./supply-chart";
export { waterfallChart } from "./waterfall-chart";
