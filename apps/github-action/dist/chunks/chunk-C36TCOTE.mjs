import {
  EngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/gate/metric-gate.ts
var words = { atLeast: "at least", atMost: "at most" };
function passGate(figures = {}, { metricName, metricCondition, metricThreshold }) {
  const wanted = `${words[metricCondition]} ${metricThreshold}`;
  const metric = Object.hasOwn(figures, metricName) ? figures[metricName] : void 0;
  if (metric === void 0) {
    const there = Object.keys(figures).join(", ");
    const instead = there === "" ? "there is none at all" : `there are ${there}`;
    const said2 = `${metricName} is to be ${wanted}, and there is no such figure: ${instead}`;
    return { goodEnough: false, metricValue: void 0, said: said2 };
  }
  const figure = Number(metric);
  const goodEnough = metricCondition === "atLeast" ? figure >= metricThreshold : figure <= metricThreshold;
  const said = `${metricName} is ${metric}, which is ${goodEnough ? "" : "not "}${wanted}`;
  return { goodEnough, metricValue: String(metric), said };
}

// packages/abeja/src/gate/stand-at-gate.ts
function standAtGate({ progress }, gate, { what, figures, besides }) {
  const outcome = passGate(figures, gate);
  if (outcome.goodEnough) return outcome;
  const message = `${what} not good enough: ${outcome.said}. ${besides}`;
  if (gate.failIfNotGoodEnough)
    throw new EngineError({ code: "job-failed", message, remedy: remedyOf(outcome) });
  progress({ type: "warning", message });
  return outcome;
}
var remedyOf = ({ metricValue }) => metricValue === void 0 ? "Name a figure that is there, or leave the gate away." : "Train a better model or ask for less; switch Fail If Not Good Enough off where the outputs are to decide what comes next.";

export {
  standAtGate
};
