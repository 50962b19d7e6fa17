import {
  predictionOneHost
} from "./chunk-3CTN26H5.mjs";
import "./chunk-RJFDKWHQ.mjs";
import "./chunk-IX7F77H4.mjs";
import "./chunk-NEBSY3YS.mjs";
export {
  predictionOneHost
};
