/** A stack in the form CDKTF writes: one cluster with a node group or pool in each cloud. */
export interface Stack {
  terraform: { required_providers: Record<string, { source: string; version: string }> };
  provider: Record<string, object[]>;
  data: Record<string, Record<string, object>>;
  resource: Record<string, Record<string, Record<string, unknown>>>;
  output: Record<string, object>;
}

export function stackWithThreeClouds(): Stack {
  return {
    terraform: {
      required_providers: {
        aws: { source: "aws", version: "6.25.0" },
        google: { source: "hashicorp/google", version: "6.50.0" },
        azurerm: { source: "hashicorp/azurerm", version: "4.55.0" },
      },
    },
    provider: {
      aws: [
        { region: "us-west-2", default_tags: [{ tags: { fleet: "sim" } }] },
        { alias: "ohio", region: "us-east-2" },
      ],
      google: [{ project: "sim-project", region: "us-central2" }],
      azurerm: [{ features: [{}], subscription_id: "22222222-2222-2222-2222-222222222222" }],
    },
    data: {
      aws_availability_zones: { zones: { state: "available" }, ohio: { provider: "aws.ohio" } },
      aws_partition: { here: {} },
      google_project: { here: {} },
    },
    resource: { ...awsResources(), ...googleResources(), ...azureResources() },
    output: {
      zones: { value: "${data.aws_availability_zones.zones.names}" },
      ohio: { value: "${data.aws_availability_zones.ohio.names}" },
      partition: { value: "${data.aws_partition.here.partition}" },
      cluster_ca: { value: "${aws_eks_cluster.main.certificate_authority[0].data}" },
      eks_tags: { value: "${aws_eks_node_group.gpu.tags_all}" },
      subnet_ids: { value: "${aws_eks_node_group.gpu.subnet_ids}" },
      aks_host: { value: "${azurerm_kubernetes_cluster.main.kube_config[0].host}", sensitive: true },
    },
  };
}

function awsResources(): Stack["resource"] {
  const subnet = (zone: number) => ({
    vpc_id: "${aws_vpc.main.id}",
    // The same block twice on purpose: two objects with one configuration need two ids.
    cidr_block: "10.0.0.0/24",
    availability_zone: `\${data.aws_availability_zones.zones.names[${zone}]}`,
  });
  return {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16", enable_dns_hostnames: true } },
    aws_subnet: { a: subnet(0), twin: subnet(0), b: subnet(1) },
    aws_eks_cluster: {
      main: {
        name: "sim",
        role_arn: "arn:aws:iam::123456789012:role/cluster",
        vpc_config: [{ subnet_ids: ["${aws_subnet.a.id}", "${aws_subnet.twin.id}", "${aws_subnet.b.id}"] }],
      },
    },
    aws_launch_template: {
      gpu: {
        name_prefix: "gpu-",
        block_device_mappings: [{ device_name: "/dev/xvda", ebs: [{ volume_size: 100, encrypted: "true" }] }],
        metadata_options: [{ http_tokens: "required" }],
      },
    },
    aws_eks_node_group: {
      gpu: {
        cluster_name: "${aws_eks_cluster.main.name}",
        node_group_name: "gpu",
        node_role_arn: "arn:aws:iam::123456789012:role/node",
        subnet_ids: ["${aws_subnet.a.id}", "${aws_subnet.twin.id}", "${aws_subnet.b.id}"],
        ami_type: "AL2023_x86_64_NVIDIA",
        scaling_config: [{ desired_size: 2, max_size: 4, min_size: 0 }],
        taint: [{ key: "nvidia.com/gpu", value: "present", effect: "NO_SCHEDULE" }],
        launch_template: [
          { id: "${aws_launch_template.gpu.id}", version: "${aws_launch_template.gpu.latest_version}" },
        ],
        tags: { team: "research" },
        timeouts: { create: "90m" },
      },
    },
  };
}

function googleResources(): Stack["resource"] {
  return {
    google_compute_network: { main: { name: "sim", auto_create_subnetworks: false, mtu: 8896 } },
    google_container_cluster: {
      main: {
        name: "sim",
        location: "us-central2-b",
        network: "${google_compute_network.main.self_link}",
        initial_node_count: 1,
        remove_default_node_pool: true,
        resource_labels: { project: "n${data.google_project.here.number}" },
      },
    },
    google_container_node_pool: {
      tpu: {
        name: "tpu",
        cluster: "${google_container_cluster.main.id}",
        node_count: 4,
        node_locations: ["us-central2-b"],
        node_config: [{ machine_type: "ct4p-hightpu-4t", labels: { pool: "tpu" } }],
        placement_policy: [{ type: "COMPACT", tpu_topology: "2x2x4" }],
      },
    },
  };
}

function azureResources(): Stack["resource"] {
  return {
    azurerm_resource_group: { main: { name: "sim", location: "eastus" } },
    azurerm_kubernetes_cluster: {
      main: {
        name: "sim",
        location: "${azurerm_resource_group.main.location}",
        resource_group_name: "${azurerm_resource_group.main.name}",
        dns_prefix: "sim",
        default_node_pool: [{ name: "system", vm_size: "Standard_D8s_v5", node_count: 2 }],
        identity: [{ type: "SystemAssigned" }],
      },
    },
  };
}
