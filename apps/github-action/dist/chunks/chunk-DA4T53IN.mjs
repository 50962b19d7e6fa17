// packages/polling/src/job.ts
var isFinal = (state) => state === "succeeded" || state === "failed" || state === "cancelled";

export {
  isFinal
};
