import {
  predictionOneHost
} from "./chunk-S7FJUQSS.mjs";
import "./chunk-PY2DWKCX.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-L7ICSBA5.mjs";
export {
  predictionOneHost
};
