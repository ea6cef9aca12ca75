import { CoolingTopology, type CoolingTopologyInput } from "../../../constructs/model";

export const topology = (written: CoolingTopologyInput): CoolingTopology => CoolingTopology.parse(written);
