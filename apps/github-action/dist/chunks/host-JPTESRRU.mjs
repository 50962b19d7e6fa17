import {
  predictionOneHost
} from "./chunk-OUHCW53M.mjs";
import "./chunk-D2O3CAON.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-EZY26TJJ.mjs";
export {
  predictionOneHost
};
