import {
  predictionOneHost
} from "./chunk-NZO7N7XA.mjs";
import "./chunk-QC4JY3R2.mjs";
import "./chunk-MBTOKTTI.mjs";
import "./chunk-XKRTO2CY.mjs";
export {
  predictionOneHost
};
