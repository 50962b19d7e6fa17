import {
  InputError
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/client/prediction-options.ts
function predictionQuery(options) {
  const faults = [...passthroughFaults(options), ...timeFaults(options), ...explanationFaults(options)];
  if (faults.length > 0) throw new InputError(faults);
  const { passthroughColumns = [], ...rest } = options;
  return { ...passthroughColumns.length > 0 && { passthroughColumns }, ...rest };
}
function passthroughFaults({
  passthroughColumns = [],
  passthroughColumnsSet
}) {
  if (passthroughColumns.some((name) => name === "")) {
    return [{ field: "passthroughColumns", problem: "must have no empty name" }];
  }
  if (passthroughColumns.length === 0 || passthroughColumnsSet === void 0) return [];
  const remedy = "Name columns, or ask for all of them.";
  return [{ field: "passthroughColumns", problem: "must not be given together with all columns", remedy }];
}
function timeFaults({
  forecastPoint,
  predictionsStartDate,
  predictionsEndDate
}) {
  const faults = [];
  if (predictionsStartDate === void 0 !== (predictionsEndDate === void 0)) {
    const field = predictionsStartDate === void 0 ? "predictionsStartDate" : "predictionsEndDate";
    faults.push({ field, problem: "must be given, too", remedy: "Give both dates or neither." });
  }
  if (forecastPoint !== void 0 && (predictionsStartDate ?? predictionsEndDate) !== void 0) {
    const remedy = "Forecast from one point, or predict a range of the past.";
    faults.push({ field: "forecastPoint", problem: "must not be given together with dates", remedy });
  }
  return faults;
}
function explanationFaults({ maxExplanations, ...options }) {
  if (maxExplanations === "all" && options.explanationAlgorithm === "xemp") {
    const remedy2 = "Give a number, or explain with SHAP.";
    return [{ field: "maxExplanations", problem: "must not be all for XEMP", remedy: remedy2 }];
  }
  const about = explanationOptions.find((name) => options[name] !== void 0);
  if (about === void 0 || maxExplanations !== void 0) return [];
  const remedy = "Say how many explanations each row is to have.";
  return [{ field: "maxExplanations", problem: `must be given with ${about}`, remedy }];
}
var explanationOptions = [
  "explanationAlgorithm",
  "maxNgramExplanations",
  "thresholdHigh",
  "thresholdLow",
  "explanationNumTopClasses",
  "explanationClassNames"
];

export {
  predictionQuery
};
