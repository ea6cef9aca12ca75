/**
 * Why a plan does what it does, in words, by the reason of its format. Source: Terraform, package internal/command/jsonplan, the
 * constants of ResourceInstanceChangeActionReason.
 */
const words: Readonly<Record<string, string>> = {
  replace_because_cannot_update: "cannot be changed in place",
  replace_because_tainted: "is tainted: its last creation did not end well",
  replace_by_request: "replacement was asked for",
  replace_by_triggers: "something that it is to be replaced with changes",
  delete_because_no_resource_config: "is no longer in the program",
  delete_because_no_module: "its module is no longer in the program",
  delete_because_wrong_repetition: "is now counted in another way",
  delete_because_count_index: "is beyond the count",
  delete_because_each_key: "its key is no longer there",
  delete_because_no_move_target: "was moved to what is not in the program",
  read_because_config_unknown: "needs what is known after apply",
  read_because_dependency_pending: "waits for what changes",
  read_because_check_nested: "is read by a check",
};

/** A reason in words; a reason that is not known says nothing. */
export const reasonOf = (reason: string | undefined): string | undefined =>
  reason !== undefined && Object.hasOwn(words, reason) ? words[reason] : undefined;
