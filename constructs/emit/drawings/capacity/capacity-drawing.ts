import type { CapacityReport } from "../../../ledger/capacity";
import { svgFile } from "../svg";
import { ladderPart } from "./commitment-ladder";
import { drawingOf, windowWords } from "./layout";
import { supplyPart } from "./supply-chart";
import { waterfallPart } from "./waterfall-chart";

/** A report on capacity as one SVG file: supply against demand, how sure it is, and from contracted to usable. */
export const capacityDrawing = (report: CapacityReport): string =>
  svgFile(
    drawingOf(`Capacity, ${windowWords(report)}`, [supplyPart(report), ladderPart(report), waterfallPart(report)]),
  );
