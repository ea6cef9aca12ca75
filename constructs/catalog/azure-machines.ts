import type { Figure } from "../model/basis";
import type { AcceleratorName } from "./accelerators";
import { assumed, vendor } from "./figure";
import { type CatalogRow, defineCatalog } from "./machine";
import * as power from "./powers";
import { sources, unverified } from "./sources";

interface Row {
  readonly chips: readonly [count: number, name: AcceleratorName];
  readonly vcpus: number;
  readonly memoryGiB: Figure;
  readonly maxPowerKW: Figure;
  /** @default "x86_64" */
  readonly architecture?: CatalogRow["architecture"];
  /** @default - the ND family page of the Azure documentation */
  readonly source?: string;
  readonly more?: Partial<CatalogRow>;
}

const row = ({
  chips: [count, accelerator],
  vcpus,
  memoryGiB,
  maxPowerKW,
  architecture = "x86_64",
  source = sources.azureSizes,
  more = {},
}: Row): CatalogRow => ({
  accelerator,
  accelerators: vendor(count, source),
  hosts: 1,
  architecture,
  vcpus: vendor(vcpus, source),
  memoryGiB,
  maxPowerKW,
  ...more,
});

/** Azure VM sizes of the ND family. Regions were not at hand, so that none are listed. */
export const azureMachines = defineCatalog("azure", {
  Standard_ND96asr_v4: row({
    chips: [8, "A100 40GB"],
    vcpus: 96,
    memoryGiB: vendor(900, sources.azureSkus),
    maxPowerKW: power.likeDgxA100,
  }),
  Standard_ND96amsr_A100_v4: row({
    chips: [8, "A100 80GB"],
    vcpus: 96,
    memoryGiB: assumed(1800, unverified(`sources give 1,800 and 1,900; ${sources.azureSkus}`), "atLeast"),
    maxPowerKW: power.likeDgxA100,
  }),
  Standard_ND96isr_H100_v5: row({
    chips: [8, "H100"],
    vcpus: 96,
    memoryGiB: vendor(1900, sources.azureSizes),
    maxPowerKW: power.likeDgxH100,
    more: { localStorageGB: vendor(30000, `8 NVMe disks of about 28 TiB together; ${sources.azureSizes}`, "about") },
  }),
  Standard_ND96isr_H200_v5: row({
    chips: [8, "H200"],
    vcpus: 96,
    memoryGiB: vendor(1850, sources.azureSizes),
    maxPowerKW: power.likeDgxH200,
  }),
  Standard_ND96isr_MI300X_v5: row({
    chips: [8, "MI300X"],
    vcpus: 96,
    memoryGiB: vendor(1850, sources.azureSizes),
    maxPowerKW: power.chipsAndHost(8, 0.75, 4.2, "750 W is the board power of an MI300X, the rest assumed as DGX H100"),
  }),
  Standard_ND128isr_NDR_GB200_v6: row({
    chips: [4, "GB200"],
    vcpus: 128,
    memoryGiB: vendor(864, sources.azureSkus),
    maxPowerKW: power.gb200Tray,
    architecture: "arm64",
    more: { note: "18 machines share one NVLink domain" },
  }),
  Standard_ND128isr_GB300_v6: row({
    chips: [4, "GB300"],
    vcpus: 128,
    memoryGiB: vendor(864, sources.azureInfrastructure),
    maxPowerKW: power.gb300Tray,
    architecture: "arm64",
    source: sources.azureInfrastructure,
    more: {
      localStorageGB: vendor(14000, `4 NVMe disks of about 14 TB together; ${sources.azureInfrastructure}`, "about"),
      note: "18 machines share one NVLink domain",
    },
  }),
});

/** An Azure VM size of the catalogue. */
export type AzureMachineType = keyof typeof azureMachines;
