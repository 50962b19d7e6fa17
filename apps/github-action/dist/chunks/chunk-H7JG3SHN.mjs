// apps/github-action/src/state/job-state.ts
var jobStateName = "job";
var creating = "creating";
var unfinished = /* @__PURE__ */ new Set(["issued", "created", "uploading", "incomplete"]);
var isUnfinished = ({ phase }) => unfinished.has(phase);
function readJobState(text) {
  if (text === void 0 || text === "") return void 0;
  try {
    const { vendor, step, kind, id, phase, policy, done, earlier } = JSON.parse(text);
    const words = [vendor, step, kind, id, phase];
    if (!words.every((word) => typeof word === "string")) return void 0;
    return {
      ...{ vendor, step, kind, id, phase },
      policy: policy === "abort" ? "abort" : "detach",
      done: done === true,
      earlier: Array.isArray(earlier) ? earlier : []
    };
  } catch {
    return void 0;
  }
}

export {
  jobStateName,
  creating,
  isUnfinished,
  readJobState
};
