import { referenceFleet } from "./reference-fleet";

referenceFleet().synth();
