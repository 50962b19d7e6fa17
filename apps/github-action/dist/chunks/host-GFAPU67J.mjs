import {
  predictionOneHost
} from "./chunk-IC5OUQ7O.mjs";
import "./chunk-YFLML42W.mjs";
import "./chunk-CGMVOCF4.mjs";
import "./chunk-TDI5WZGB.mjs";
export {
  predictionOneHost
};
