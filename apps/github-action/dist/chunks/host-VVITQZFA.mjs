import {
  predictionOneHost
} from "./chunk-U4BEFYVI.mjs";
import "./chunk-RJFDKWHQ.mjs";
import "./chunk-N6MFLNMN.mjs";
import "./chunk-CUJOHJDB.mjs";
export {
  predictionOneHost
};
