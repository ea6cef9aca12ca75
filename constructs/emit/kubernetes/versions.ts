/** What the manifests run or refer to, each pinned, with where the version and the fields were read in November 2026. */
export const pins = {
  neuronDevicePlugin: {
    image: "public.ecr.aws/neuron/neuron-device-plugin:2.29.16.0",
    source:
      "https://github.com/aws-neuron/aws-neuron-sdk (v2.32.0), src/k8/k8s-neuron-device-plugin.yml; version: awslabs/operator-for-ai-chips-on-aws",
  },
  efaDevicePlugin: {
    /** Repository and tag below the EKS registry of the region. */
    image: "eks/aws-efa-k8s-device-plugin:v0.5.20",
    source: "https://github.com/aws/eks-charts (v0.0.242), stable/aws-efa-k8s-device-plugin v0.5.30",
  },
  nvidiaDevicePlugin: {
    image: "nvcr.io/nvidia/k8s-device-plugin:v0.20.0",
    source: "https://github.com/NVIDIA/k8s-device-plugin (v0.20.0), deployments/static/nvidia-device-plugin.yml",
  },
  amdDevicePlugin: {
    image: "docker.io/rocm/k8s-device-plugin:1.31.0.9",
    source: "https://github.com/ROCm/k8s-device-plugin (v1.31.0.10), k8s-ds-amdgpu-dp.yaml, helm/amd-gpu/values.yaml",
  },
  rdmaDevicePlugin: {
    image: "ghcr.io/mellanox/k8s-rdma-shared-dev-plugin:v1.5.3",
    source:
      "https://github.com/Mellanox/k8s-rdma-shared-dev-plugin (v1.5.3), deployment/k8s/base; selectors: https://github.com/Azure/aks-rdma-infiniband",
  },
  nvidiaDraDriver: {
    chart: "oci://registry.k8s.io/dra-driver-nvidia/charts/dra-driver-nvidia-gpu",
    version: "0.4.1",
  },
  azureLustreDriver: {
    version: "v0.4.0",
    installer:
      "https://raw.githubusercontent.com/kubernetes-sigs/azurelustre-csi-driver/v0.4.0/deploy/install-driver.sh",
    source: "https://github.com/kubernetes-sigs/azurelustre-csi-driver (v0.4.0)",
  },
  kueue: {
    manifest: "https://github.com/kubernetes-sigs/kueue/releases/download/v0.19.2/manifests.yaml",
    apiVersion: "kueue.x-k8s.io/v1beta2",
    source: "https://github.com/kubernetes-sigs/kueue (v0.19.2)",
  },
} as const;

/** Accounts of the EKS image registries outside the common one. Source: EKS user guide, add-ons-images (as in eksctl, pkg/apis). */
const registryAccounts: Readonly<Record<string, string>> = {
  "af-south-1": "877085696533",
  "ap-east-1": "800184023465",
  "ap-southeast-3": "296578399912",
  "cn-north-1": "918309763551",
  "cn-northwest-1": "961992271922",
  "eu-south-1": "590381155156",
  "me-central-1": "759879836304",
  "me-south-1": "558608220178",
  "us-gov-east-1": "151742754352",
  "us-gov-west-1": "013241004608",
};

/** The registry of EKS images in a region: a private cluster reaches that of its own region alone. */
export function eksRegistry(region: string): string {
  const account = registryAccounts[region] ?? "602401143452";
  return `${account}.dkr.ecr.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}
