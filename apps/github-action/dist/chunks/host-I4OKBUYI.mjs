import {
  predictionOneHost
} from "./chunk-AWAIABFH.mjs";
import "./chunk-RJFDKWHQ.mjs";
import "./chunk-QEYLCMER.mjs";
import "./chunk-SPUPTFJP.mjs";
export {
  predictionOneHost
};
