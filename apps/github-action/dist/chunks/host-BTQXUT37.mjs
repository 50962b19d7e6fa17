import {
  predictionOneHost
} from "./chunk-7I2YHKLZ.mjs";
import "./chunk-3TW3HCV5.mjs";
import "./chunk-WTLKQS7A.mjs";
import "./chunk-VDHEZRE2.mjs";
export {
  predictionOneHost
};
