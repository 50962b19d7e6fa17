import {
  predictionOneHost
} from "./chunk-F5RF2A2W.mjs";
import "./chunk-FPF5ZM7W.mjs";
import "./chunk-ACOSSJ57.mjs";
import "./chunk-ZRVTZJYU.mjs";
export {
  predictionOneHost
};
