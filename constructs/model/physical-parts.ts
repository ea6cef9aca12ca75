import { z } from "zod";
import { AddressPlan } from "./address-plan";
import { Allocation } from "./allocation";
import { CoolingTopology } from "./cooling-topology";
import { Deployment } from "./deployment";
import { Fabric } from "./fabric";
import { Hall } from "./hall";
import { PowerTopology } from "./power-topology";
import { RackLayout } from "./rack-layout";
import { SecurityProfile } from "./security-profile";
import { UtilityService } from "./utility-service";

/** What may be said of every site that is not a cloud, from the grid to the addresses. Each part is a document of its own. */
export const physicalParts = {
  utilities: z.array(UtilityService).default([]),
  powerTopology: PowerTopology.optional(),
  coolingTopology: CoolingTopology.optional(),
  halls: z.array(Hall).default([]),
  /** Racks that are filled by hand; the planner fills the others. */
  rackLayouts: z.array(RackLayout).default([]),
  fabrics: z.array(Fabric).default([]),
  addressPlan: AddressPlan.optional(),
  /** What planning has decided and the project has committed. */
  allocation: Allocation.optional(),
  deployments: z.array(Deployment).default([]),
  securityProfile: SecurityProfile.optional(),
};
