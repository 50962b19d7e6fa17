import {
  predictionOneHost
} from "./chunk-7HZNLZ7R.mjs";
import "./chunk-W5UDJ4HI.mjs";
import "./chunk-THHNOTRZ.mjs";
import "./chunk-XU2UWZ46.mjs";
export {
  predictionOneHost
};
