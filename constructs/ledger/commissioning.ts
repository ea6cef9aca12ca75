import { CommissioningStage, type CommissioningStep, type Party, type PhysicalSiteSpec, phasesOf } from "../model";
import { defaultSteps, levelOf } from "./commissioning-steps";
import { isPreliminary, responsibilitiesOf } from "./responsibility";

/** A step of a checklist, with who does what. */
export interface ChecklistStep extends CommissioningStep {
  /** Level of commissioning, 1 to 5. Absent: a test of machines or networks, which has none. */
  readonly level?: number;
  /** Who operates the layer performs the step; the other party of the agreement witnesses it. */
  readonly performs: Party;
  /** Who signs that it passed: who approves changes of the layer. */
  readonly signs: Party;
}

/** The checklist of one deployment, or of a phase that no deployment uses yet. */
export interface Checklist {
  readonly phase: string;
  readonly deployment?: string;
  readonly steps: readonly ChecklistStep[];
}

/** The checklists of a site: of each deployment, then of each phase without one; none while the site is only talked of. */
export function checklistsOf(site: PhysicalSiteSpec): Checklist[] {
  if (isPreliminary(site)) return [];
  const used = site.deployments.map((deployment) => deployment.phase);
  return [
    ...site.deployments.map(({ name, phase, commissioning }) => ({
      phase,
      deployment: name,
      steps: checklist(site, commissioning),
    })),
    ...phasesOf(site)
      .filter(({ id }) => !used.includes(id))
      .map(({ id }) => ({ phase: id, steps: checklist(site, []) })),
  ];
}

/** The default steps with those that a deployment states in their place, and after those of their stage what it adds. */
export function checklist(site: PhysicalSiteSpec, stated: readonly CommissioningStep[]): ChecklistStep[] {
  const matrix = responsibilitiesOf(site);
  const defaults = defaultSteps.filter((step) => seesStage(site, step.stage));
  const steps = [
    ...defaults.map((step) => stated.find(({ id }) => id === step.id) ?? { ...step, state: "open" as const }),
    ...stated.filter(({ id }) => !defaults.some((step) => step.id === id)),
  ];
  const rank = ({ stage }: CommissioningStep) => CommissioningStage.options.indexOf(stage);
  return steps
    .map((step): ChecklistStep => {
      const row = matrix.find((each) => each.layer === step.layer);
      const level = levelOf[step.stage];
      return {
        ...step,
        ...(level === undefined ? {} : { level }),
        performs: row?.operates ?? "counterparty",
        signs: row?.approves ?? "counterparty",
      };
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** Of running machines one sees what comes after the building: how they were made and put up is the landlord's. */
const seesStage = (site: PhysicalSiteSpec, stage: CommissioningStage): boolean =>
  site.tenure === "owned" ||
  site.scope !== "compute" ||
  CommissioningStage.options.indexOf(stage) >= CommissioningStage.options.indexOf("integratedSystems");
