import type { CommissioningStage, Layer } from "../model";

/** A step of the default checklist. */
export interface DefaultStep {
  readonly id: string;
  readonly stage: CommissioningStage;
  readonly layer: Layer;
  readonly title: string;
  readonly criterion: string;
}

/**
 * The five levels of commissioning as data centers use them: 1 in the factory, 2 on delivery and installation, 3 before it runs,
 * 4 each system alone, 5 all systems together. What tests machines and networks afterwards has no level.
 */
export const levelOf: Readonly<Record<CommissioningStage, number | undefined>> = {
  factoryWitness: 1,
  delivery: 2,
  installation: 2,
  preFunctional: 3,
  functional: 4,
  integratedSystems: 5,
  burnIn: undefined,
  fabricValidation: undefined,
  powerCap: undefined,
  acceptance: undefined,
};

/** What is tested of a phase and its hardware, in the order in which it can be: a convention of this project, to be changed by each site. */
export const defaultSteps: readonly DefaultStep[] = [
  {
    id: "factory-power",
    stage: "factoryWitness",
    layer: "mechanicalElectrical",
    title: "Generators, UPS and switchgear are tested in the factory",
    criterion: "full load, step load and transfer within the makers' limits, with witnesses",
  },
  {
    id: "factory-cooling",
    stage: "factoryWitness",
    layer: "mechanicalElectrical",
    title: "Chillers, CDUs and air handlers are tested in the factory",
    criterion: "rated heat at the design temperatures, with witnesses",
  },
  {
    id: "factory-racks",
    stage: "factoryWitness",
    layer: "hardware",
    title: "Machines of the first lot are tested in the factory",
    criterion: "burn-in passed, firmware at the agreed versions, serial numbers recorded",
  },
  {
    id: "delivery",
    stage: "delivery",
    layer: "hardware",
    title: "Each delivery is inspected",
    criterion: "seals and shock sensors intact, serial numbers as ordered, provenance recorded",
  },
  {
    id: "racks-placed",
    stage: "installation",
    layer: "racks",
    title: "Racks stand where the layout says",
    criterion: "position, weight, bonding and anchoring as planned",
  },
  {
    id: "feeds-connected",
    stage: "installation",
    layer: "racks",
    title: "Each feed comes from the source that the feed schedule names",
    criterion: "every cord traced to its source by switching it off once",
  },
  {
    id: "cables-placed",
    stage: "installation",
    layer: "fabric",
    title: "Each cable joins the ports that the cable schedule names",
    criterion: "labels read at both ends, bend radius and fibre loss within limits",
  },
  {
    id: "power-start-up",
    stage: "preFunctional",
    layer: "mechanicalElectrical",
    title: "Electrical systems are checked before they run",
    criterion: "insulation, phase rotation and protection settings as in the coordination study",
  },
  {
    id: "loops-flushed",
    stage: "preFunctional",
    layer: "mechanicalElectrical",
    title: "Liquid loops are flushed and tested for leaks",
    criterion: "pressure held, water quality and filters within the limits of the machines' maker",
  },
  {
    id: "power-systems",
    stage: "functional",
    layer: "mechanicalElectrical",
    title: "Each electrical system carries its rated load alone",
    criterion: "load banks at rated load; transfer to generator and back without loss",
  },
  {
    id: "cooling-systems",
    stage: "functional",
    layer: "mechanicalElectrical",
    title: "Each cooling system removes its rated heat alone",
    criterion: "load banks at rated heat; supply temperature held with the largest unit out",
  },
  {
    id: "bmc-enrolled",
    stage: "functional",
    layer: "bmcFirmware",
    title: "Each BMC is reachable, and no factory credential works any more",
    criterion: "credentials rotated, firmware measured against the recorded digests or attested",
  },
  {
    id: "integrated-systems",
    stage: "integratedSystems",
    layer: "mechanicalElectrical",
    title: "All systems together live through each failure they are built for",
    criterion: "at full load: utility lost, each side, each UPS and each CDU out in turn; the load stays up",
  },
  {
    id: "burn-in",
    stage: "burnIn",
    layer: "hardware",
    title: "Machines run at full load",
    criterion: "48 hours without an uncorrected error, throttling or leak; failed parts replaced and run again",
  },
  {
    id: "fabric-links",
    stage: "fabricValidation",
    layer: "fabric",
    title: "Every link runs at its rated speed",
    criterion: "no link down or slow, bit errors below the maker's limit, neighbours as in the cable schedule",
  },
  {
    id: "fabric-collectives",
    stage: "fabricValidation",
    layer: "fabric",
    title: "Collective operations reach their bandwidth in each scalable unit, and over all of them",
    criterion: "all-reduce within 5 % of the reference of the machines' maker",
  },
  {
    id: "power-cap",
    stage: "powerCap",
    layer: "hardware",
    title: "Power caps hold at full load and in steps of load",
    criterion: "no rack and no feed above its budget; a step of the whole job stays within what UPS and utility allow",
  },
  {
    id: "reference-job",
    stage: "acceptance",
    layer: "scheduler",
    title: "A reference job runs on all machines at once",
    criterion: "throughput and restarts as agreed",
  },
  {
    id: "acceptance",
    stage: "acceptance",
    layer: "hardware",
    title: "The hardware is accepted",
    criterion: "machines counted against the order, open points listed with dates, records handed over",
  },
];
