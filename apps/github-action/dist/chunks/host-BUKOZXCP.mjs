import {
  predictionOneHost
} from "./chunk-I75ADTHC.mjs";
import "./chunk-DL46ANXL.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-MER2QMP7.mjs";
export {
  predictionOneHost
};
