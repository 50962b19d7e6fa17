import {
  predictionOneHost
} from "./chunk-4FNFQP5O.mjs";
import "./chunk-RJFDKWHQ.mjs";
import "./chunk-KW2U2FLN.mjs";
import "./chunk-55MIXAZD.mjs";
export {
  predictionOneHost
};
