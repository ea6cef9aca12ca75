/**
 * What to open to check a figure of the catalogue. Each figure cites one of these, alone or with the
 * arithmetic that leads from it to the value.
 */
export const sources = {
  ec2: "EC2 DescribeInstanceTypes and DescribeInstanceTypeOfferings (recorded in moto 5.2.1)",
  karpenter: "Karpenter, instance types reference (Aug 2026)",
  vpcCni: "amazon-vpc-cni-k8s, pkg/vpc/vpc_ip_resource_limit.go (Aug 2026)",
  trainium2: "AWS documentation of Trn2: 96 GiB of HBM per chip, 1.5 TiB per trn2.48xlarge",
  ultraServers: "EC2 Capacity Blocks documentation, UltraServers",
  tpu: "Cloud TPU documentation, system architecture",
  tpuV4: "Cloud TPU documentation, TPU v4: 32 GiB of HBM2; measured power of a chip 90/170/192 W (min/mean/max)",
  tpuZones: "Cloud TPU documentation, TPU regions and zones (snapshot 2026)",
  gkeTpu: "GKE documentation, plan TPUs in GKE",
  xpk: "xpk system_characteristics.py",
  clusterToolkit: "Cluster Toolkit, tpu-definition and gke-a3/a4/a4x examples",
  computeEngine: "Compute Engine documentation, accelerator-optimized machine family",
  azureSizes: "Azure documentation, ND family of virtual machine sizes",
  azureSkus: "Azure VM SKU list as generated into Aspire (AksNodeVmSizes.cs)",
  azureInfrastructure: "Azure/ai-infrastructure-on-azure, AKS infrastructure reference",
  dgxA100: "NVIDIA DGX A100 User Guide",
  dgxH100: "NVIDIA DGX H100/H200 User Guide",
  dgxB200: "NVIDIA DGX B200 User Guide",
  dgxGb200: "NVIDIA DGX GB200 User Guide",
  superPodB300: "NVIDIA DGX SuperPOD B300 XDR reference architecture: about 56 kW for a rack of 4 systems",
  gb200Tray: "NVIDIA DPS device specification DGX_GB200: a compute tray draws 1,000 to 6,667 W",
  gb200Rack: "ServeTheHome on the GB200 NVL72 rack: about 120 kW, about 1.36 t (3,000 lb)",
  gb300Rack: "press on the GB300 NVL72 rack: 132 to 140 kW, about 1.36 t",
  ironwoodRack: "Hot Chips 2025 on Ironwood: over 100 kW for a rack of 64 chips",
  nim: "NVIDIA NIM for VLMs, support matrix (memory of supported GPUs)",
  egrid2023:
    "US EPA, eGRID2023 summary tables, table 1: total output emission rates of subregions (January 2025, revised June 2025)",
  uba2024:
    "Umweltbundesamt, Entwicklung der spezifischen Treibhausgas-Emissionen des deutschen Strommix 1990-2024 (2025): an estimate, of CO2 alone",
  desnz2025: "UK DESNZ, Greenhouse gas reporting: conversion factors 2025 (June 2025), electricity generated",
  mlperfGb200: "MLPerf Inference v6.1 submission GB200-NVL72_GB200-186GB: 186 GB per GPU",
} as const;

/** Text that marks a figure no published source backs. */
export const unverified = (why: string): string => `unverified: ${why}`;
