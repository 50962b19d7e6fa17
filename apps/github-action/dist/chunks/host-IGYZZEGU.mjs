import {
  predictionOneHost
} from "./chunk-QA55JDWE.mjs";
import "./chunk-77Z23PAP.mjs";
import "./chunk-L2C5EFW2.mjs";
import "./chunk-DVEKINOU.mjs";
export {
  predictionOneHost
};
